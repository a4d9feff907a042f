"""What the peers in Python share. Each prints "name seconds result peak-MiB" for every step."""
import csv
import sys
import time

FOLDER = sys.argv[1]
WANTED = set(sys.argv[2:])


def rows(table):
    with open(f"{FOLDER}/{table}.csv", newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def peak_mib():
    with open("/proc/self/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))


def take(name, work):
    if WANTED and name not in WANTED and name != "load":
        return
    start = time.perf_counter()
    result = work()
    print(f"{name} {time.perf_counter() - start:.6f} {float(result):.12g} {peak_mib()}", flush=True)
