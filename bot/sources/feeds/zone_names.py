"""What zones are called in the dates of feeds: data of `dates.py`.

Where one name stands for several zones, it is the one that most feeds mean by it.
"""

from __future__ import annotations

# Minutes east of Greenwich, and the names.
_TABLE = """
     0    ut utc gmt z wet
    60    bst cet met mez west wat
    120   cest mest mesz eet sast cat
    180   eest msk eat trt idt
    210   irst
    240   gst samt
    270   aft
    300   pkt uzt yekt
    330   ist slst
    345   npt
    360   omst
    390   mmt
    420   ict wib krat
    480   sgt hkt pht awst wita myt irkt
    540   jst kst wit yakt
    570   acst
    600   aest chst vlat
    630   acdt
    660   aedt
    720   nzst fjt
    780   nzdt
    -60   azot cvt
    -120  brst
    -150  ndt
    -180  adt brt art uyt clst
    -210  nst
    -240  edt ast clt bot vet
    -300  est cdt cot pet
    -360  cst mdt
    -420  mst pdt
    -480  pst akdt
    -540  akst
    -600  hst
    -660  sst
"""

ZONES = {
    name: int(minutes) for minutes, *names in (line.split() for line in _TABLE.strip().splitlines()) for name in names
}
