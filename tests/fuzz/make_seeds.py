#!/usr/bin/env python3
"""Makes the files that fuzzing starts from, of a small map, with crosscut's own writers.

  cmake --preset fuzz && cmake --build --preset fuzz
  tests/fuzz/make_seeds.py build/release/crosscut /tmp/seeds
  build/fuzz/tests/fuzz/fuzz_xlsx /tmp/seeds/xlsx -max_total_time=600 -rss_limit_mb=1024
"""
import pathlib
import subprocess
import sys
import zipfile

crosscut, folder = sys.argv[1], pathlib.Path(sys.argv[2])
graph = folder / "map"
graph.mkdir(parents=True, exist_ok=True)
TABLES = {
    "map": "key,value\ntitle,Land\nas-at,2026-07\ncovers,leads | dates\n",
    "entities": "id,name,kind,parent,start,end,aliases,source,our ref\n"
                "defra,Defra  and others,department,,2001,,\"Dept | \"\"X\"\"\",s1,7\n"
                "plan,Land Use Plan,policy,defra,2024-07,unknown,,s1 | s2,\n",
    "relations": "from,relation,to,strength,confidence,start,source,note\n"
                 "defra,leads,plan,3,stated,2026-07-31,s1,\"two\nlines\"\n",
    "sources": "id,title,date\ns1,A paper,2026-01\ns2,Papur,2025\n",
    "same": "id,same_as,note\nland,plan,x\n",
}
for name, text in TABLES.items():
    (graph / f"{name}.csv").write_text(text)
XLSX = {"xl/workbook.xml": 1, "xl/_rels/workbook.xml.rels": 2, "xl/worksheets/sheet1.xml": 3,
        "xl/sharedStrings.xml": 4, "xl/styles.xml": 5}
ODS = {"content.xml": 1, "styles.xml": 2, "META-INF/manifest.xml": 3}
for form, parts in (("xlsx", XLSX), ("ods", ODS), ("json", {})):
    place = folder / form
    place.mkdir(parents=True, exist_ok=True)
    book = folder / f"map.{form}"
    subprocess.run([crosscut, "convert", graph, "-o", book], check=True)
    if form == "json":
        (place / "whole").write_bytes(book.read_bytes())
        continue
    (place / "whole").write_bytes(b"\0" + book.read_bytes())
    with zipfile.ZipFile(book) as archive:
        for name, number in parts.items():
            if name in archive.namelist():
                seed = bytes([number]) + archive.read(name)
                (place / name.replace("/", "-")).write_bytes(seed)
