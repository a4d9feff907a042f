#!/usr/bin/env python3
"""A large map made by chance, for measuring: make_map.py ENTITIES FOLDER [SEED].

The same number and seed give the same bytes. The map has the shape of a government: departments of
very different sizes; 5 relations in 6 stay inside a department; a few entities are named by very
many others; relations run from newer entities to older ones, but for 3 in 100 that close circles;
a few entities have no relation. About 3 relations an entity.
"""
import csv
import pathlib
import random
import sys

SHARES = {"policy": 25, "body": 22, "role": 14, "programme": 14, "target": 10, "forum": 8,
          "fund": 5, "mission": 1, "partner": 1}
RELATIONS = {
    "department": ["coordinates-with"],
    "body": ["delivers", "regulates", "contributes-to", "coordinates-with", "consulted-on",
             "depends-on"],
    "forum": ["coordinates-with", "approves", "part-of"],
    "role": ["leads", "chairs", "member-of", "co-leads"],
    "mission": ["depends-on", "reinforces"],
    "target": ["part-of", "depends-on", "constrains"],
    "policy": ["advances", "depends-on", "reinforces", "constrains", "conflicts-with"],
    "programme": ["advances", "depends-on", "part-of", "contributes-to"],
    "fund": ["funds"],
    "partner": ["contributes-to", "member-of"],
}
WORK = {"policy", "programme", "target", "mission", "fund"}
ACTORS = {"department", "body", "role", "partner", "forum"}
OBJECTS = {  # of the relations that do not join just anything
    "coordinates-with": ACTORS, "delivers": WORK, "leads": WORK | {"body", "forum", "department"},
    "co-leads": WORK | {"body", "forum", "department"}, "chairs": {"forum", "body"},
    "member-of": {"forum", "body"}, "reinforces": WORK, "conflicts-with": WORK,
    "consulted-on": WORK, "advances": WORK - {"fund"},
}
TOPICS = ("air ageing borders carers cities coast courts culture digital families farming fishing "
          "floods heat homes jobs justice nature ports rail research roads schools skills "
          "water").split()
ENTITY_COLUMNS = "id,name,kind,parent,start,end,due,measure,aliases,note,source".split(",")
RELATION_COLUMNS = ("from,relation,to,strength,confidence,start,end,source,locator,"
                    "note").split(",")


class Maker:
    def __init__(self, count, seed):
        self.random = random.Random(seed)
        self.departments = max(30, min(500, round(count ** 0.5)))
        kinds = self.random.choices(list(SHARES), list(SHARES.values()), k=count)
        self.kinds = ["department"] * self.departments + kinds[self.departments:]
        self.homes = [i if i < self.departments else self.skewed_department() for i in range(count)]
        self.ids = [f"{kind}-{self.topic()}-{i}" for i, kind in enumerate(self.kinds)]
        # An entity stands in these lists once for itself and once for each relation to it, so that
        # what is named often is named more often still.
        self.named_in = [[i] for i in range(self.departments)]
        self.named = list(range(self.departments))
        self.inside = [[i] for i in range(self.departments)]

    def topic(self):
        return TOPICS[int(self.random.random() * len(TOPICS))]

    def skewed_department(self):
        return int(self.departments * self.random.random() ** 2)

    def how_many(self):
        """Relations that a new entity states: mostly 1 or 2, at most 30; about 3 on average."""
        if self.random.random() < 0.005:
            return 0
        return min(30, int(self.random.paretovariate(1.3) * 1.1))

    def other_end(self, home):
        near = self.random.random() < 5 / 6
        often_named = self.random.random() < 0.8
        pool = (self.named_in[home] if near else self.named) if often_named else self.inside[home]
        return pool[int(self.random.random() * len(pool))]

    def relation(self, subject, target):
        fitting = [verb for verb in RELATIONS[subject]
                   if target in OBJECTS.get(verb, (target,))] or ["contributes-to"]
        return fitting[int(self.random.random() * len(fitting))]

    def entity_rows(self):
        for i, kind in enumerate(self.kinds):
            dated = kind in ("mission", "target", "programme")
            yield [self.ids[i], f"{self.topic().title()}, {self.topic()} and {self.topic()} {i}",
                   kind, "" if i < self.departments else self.ids[self.homes[i]],
                   f"{2005 + i % 20}-{1 + i % 12:02}", "", 2027 + i % 12 if dated else "",
                   "share met, per cent" if dated else "",
                   f"{kind[0].upper()}{i} | {self.topic()} {i}" if i % 10 < 3 else "", "",
                   f"source-{i % 90}"]

    def relation_rows(self):
        for i in range(self.departments, len(self.kinds)):
            home = self.homes[i]
            ends = dict.fromkeys(self.other_end(home) for _ in range(self.how_many()))
            for other in ends:
                backwards = self.random.random() < 0.03
                subject, target = (other, i) if backwards else (i, other)
                yield [self.ids[subject], self.relation(self.kinds[subject], self.kinds[target]),
                       self.ids[target], 1 + int(self.random.random() * 3),
                       ("1", "0.7", "0.5")[i % 3], 2010 + i % 15, "", f"source-{i % 90}",
                       f"p. {1 + other % 80}",
                       f"{self.topic().title()} in year {i % 1000}, and {self.topic()}"]
                self.named_in[self.homes[other]].append(other)
                self.named.append(other)
            self.named_in[home].append(i)
            self.named.append(i)
            self.inside[home].append(i)


def write(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


def main():
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(int(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    write(folder / "entities.csv", ENTITY_COLUMNS, maker.entity_rows())
    write(folder / "relations.csv", RELATION_COLUMNS, maker.relation_rows())


if __name__ == "__main__":
    main()
