#!/usr/bin/env python3
"""Reports of one situation as NDJSON, the same in every run: reports.py COUNT [REPORTS AN EVENT] [SEED]

Each event has a town, a day, weapons, targets and names of its own; each report tells of one event in some of its words,
with later figures the later it comes, and with common words that many reports share. One outlet in six copies another.
"""
import json
import random
import sys

TOWNS = ("Quetta Gwadar Maiduguri Goma Khuzdar Bamako Tripoli Mosul Herat Kabul Beni Gao Mopti Kidal Turbat Sibi Mastung "
         "Kandahar Ghazni Kunduz Baghlan Jalalabad Bukavu Bunia Timbuktu Menaka Niamey Diffa Agadez Basra Kirkuk Ramadi").split()
OUTLETS = [f"{city} {kind}" for city in ("Example", "Harbour", "Northern", "River", "Valley", "Hill")
           for kind in ("Times", "Post", "Herald", "Star", "Gazette")]
SYLLABLES = "ka ro mi ta len do sha ri ba nu vo el gar pe so lin dra fe hu za".split()
PLACES = "market school checkpoint hospital bus convoy mosque church station camp".split()
WAYS = ("gunmen attacked a {p} in {t}", "a bomb exploded at a {p} in {t}", "armed men stormed a {p} in {t}",
        "a car bomb hit a {p} in {t}", "rockets struck a {p} in {t}")
PEOPLE = "residents traders soldiers policemen passengers students worshippers farmers".split()
COMMON = ("The governor condemned the attack and promised that those behind it would be brought to justice.",
          "Shops opened again, and traders said prices had risen since last month.",
          "Witnesses described smoke over the roofs and people running through narrow streets.",
          "No group has said that it was behind the attack.", "Schools stay closed until further notice.",
          "The figures could not be verified independently.", "Relatives waited in front of the gates for news.",
          "Roads into the town were blocked, and telephone lines were cut for hours.")


def name(rng):
    return " ".join("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize() for _ in range(2))


def word(rng, size):
    """Common words oftener than rare ones."""
    rank = int(size ** rng.random())
    own = random.Random(rank * 7919)
    return "".join(own.choice(SYLLABLES) for _ in range(2 + rank % 3))


def event(rng, number, days):
    return {"town": rng.choice(TOWNS), "day": rng.randrange(days), "place": rng.choice(PLACES), "way": rng.choice(WAYS),
            "people": rng.choice(PEOPLE), "names": [name(rng) for _ in range(4)], "dead": rng.randint(3, 60),
            "hurt": rng.randint(5, 90), "number": number}


def text(rng, e, late):
    what = e["way"].format(p=e["place"], t=e["town"])
    dead = e["dead"] + late * rng.randint(0, 3)
    lines = [f"At least {dead} people were killed and {e['hurt'] + late} wounded when {what}, {e['names'][0]} said.",
             f"{e['names'][1]}, a doctor, said {max(2, dead // 3)} of the dead were {e['people']}.",
             f"The army said that {2 + e['number'] % 7} militants had been killed.",
             f"A relative of {e['names'][2]} told reporters that {2 + late} people were missing."]
    rng.shuffle(lines)
    lines = lines[:rng.randint(2, 4)] + rng.sample(COMMON, 3)
    told = " ".join(word(rng, 20000) for _ in range(rng.randint(20, 60)))
    return " ".join(lines) + f" In the town people spoke of {told}."


def main():
    count = int(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    events = [event(rng, i, 28 * 6) for i in range(max(1, count // size))]
    last = {}
    for i in range(count):
        e = events[rng.randrange(len(events))]
        late = rng.randint(0, 5)
        day = e["day"] + late
        body = last[e["number"]] if e["number"] in last and rng.randrange(6) == 0 else text(rng, e, late)
        last[e["number"]] = body
        print(json.dumps({"id": f"r{i}", "publisher": rng.choice(OUTLETS), "text": body,
                          "title": f"{e['place'].capitalize()} in {e['town']} attacked",
                          "url": f"https://example.org/{e['number']}/{i}", "published": f"2026-{1 + day // 28:02d}-{1 + day % 28:02d}T{rng.randrange(24):02d}:00:00Z"}))


if __name__ == "__main__":
    main()
