"""From bytes to a Feed, in whatever state they are; where a site's feeds are; lists of feeds as files."""
