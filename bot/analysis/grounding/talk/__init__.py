"""What an answer within a discussion is held against, and how it is taken apart while it is written."""
