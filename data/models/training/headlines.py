#!/usr/bin/env python3
"""Writes id_headlines-made.conllu and en_headlines-made.conllu beside itself: headlines of political news with their
trees, made from patterns. Treebanks hardly have any, and headlines are where Indonesian verbs lose their prefix ("Menlu
Kenya Temui PM Uganda") and English ones their articles and auxiliaries. Persons are invented.
Run:  python3 data/models/training/headlines.py"""
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))


class Node:
    """A word with the words that hang on it, in order before and behind it."""

    def __init__(self, form, upos, lemma=None, feats="_"):
        self.form, self.upos, self.feats = form, upos, feats
        self.lemma = lemma if lemma is not None else (form if upos == "PROPN" else form.lower())
        self.rel, self.left, self.right = "root", [], []

    def before(self, rel, *nodes):
        for node in nodes:
            node.rel = rel
            if rel in ("case", "cc", "punct"):
                self.left.insert(0, node)
            else:
                self.left.append(node)
        return self

    def behind(self, rel, *nodes):
        for node in nodes:
            node.rel = rel
            self.right.append(node)
        return self

    def order(self):
        out = []
        for node in self.left:
            out += node.order()
        out.append(self)
        for node in self.right:
            out += node.order()
        return out


def name(words, rel):
    """Several words of a name: a flat chain on the first."""
    parts = words.split()
    head = Node(parts[0], "PROPN")
    return head.behind(rel, *[Node(part, "PROPN") for part in parts[1:]])


def conllu(number, root):
    words = root.order()
    index = {id(word): i + 1 for i, word in enumerate(words)}
    heads = {}

    def walk(node):
        for child in node.left + node.right:
            heads[id(child)] = index[id(node)]
            walk(child)

    walk(root)
    text, rows = "", []
    for i, word in enumerate(words):
        glued = i + 1 < len(words) and words[i + 1].form in (",", ":", ".", ")", "'s", "?") or word.form == "("
        text += word.form + ("" if glued or i + 1 == len(words) else " ")
        rows.append("\t".join([str(i + 1), word.form, word.lemma, word.upos, "_", word.feats, str(heads.get(id(word), 0)),
                               word.rel, "_", "SpaceAfter=No" if glued else "_"]))
    return "# sent_id = made-%d\n# text = %s\n%s\n\n" % (number, text, "\n".join(rows))


def title_case(root, small):
    for word in root.order():
        if word.form[0].islower() and word.form not in small:
            word.form = word.form[0].upper() + word.form[1:]


# ---------------------------------------------------------------- Indonesian

ID_COUNTRIES = """Indonesia|Malaysia|Singapura|Thailand|Vietnam|Laos|Kamboja|Myanmar|Filipina|Brunei|Australia|Jepang|Tiongkok|
China|India|Pakistan|Iran|Irak|Israel|Palestina|Suriah|Lebanon|Yaman|Turki|Mesir|Sudan|Kenya|Uganda|Nigeria|Rusia|Ukraina|
Jerman|Prancis|Inggris|Italia|Spanyol|Belanda|Norwegia|AS|Kanada|Brasil|Kolombia|Korea Selatan|Korea Utara|Arab Saudi|
Selandia Baru|Timor Leste|Sri Lanka|Papua Nugini|Afrika Selatan|Uni Emirat Arab|Qatar|Polandia|Swedia""".replace("\n", "").split("|")
ID_TITLES = """Presiden|PM|Perdana Menteri|Menlu|Menhan|Menteri Pertahanan|Menteri Luar Negeri|Wapres|Dubes|Jubir|Panglima|
Raja|Menkeu|Mendagri|Utusan|Kapolri|Wamenlu|Delegasi|Parlemen|Militer|Polisi|Tentara|Pemerintah|Oposisi|Oposan|Pasukan|Warga|
Intelijen|Jaksa|Angkatan Laut|Kedubes|Kemlu""".replace("\n", "").split("|")
ID_GROUPS = """PBB|NATO|ASEAN|Uni Eropa|DPR|MPR|KPK|TNI|Polri|Kejagung|Hamas|Hizbullah|Taliban|Houthi|Istana|Kremlin|Gedung Putih|
Dewan Keamanan PBB|Komnas HAM|Kemlu RI|Bawaslu|KPU|Mahkamah Agung|Mahkamah Konstitusi|IAEA|WHO|ICC|Kompolnas|Densus 88|KKB""".replace("\n", "").split("|")
ID_PEOPLE = "mahasiswa|buruh|petani|polisi|pemberontak|demonstran|warga|pengungsi|aktivis|jurnalis|milisi|massa|ulama|nelayan|pengacara|tersangka|tentara|separatis|oposisi".split("|")
ID_NAMES = ["Orhan Yildiray", "Ola Hansen", "Budi Hartawan", "Siti Rahmadewi", "Kofi Mensahar", "Maria Santarosa", "Ivan Petrovsky",
            "Lukas Bergmann", "Rahman Idrus", "Chen Weilong", "Somchai Prasertkul", "Amina Yusufu"]
# bare verb and what it acts on: a(ctor) or t(hing)
ID_VERBS = {
    "a": """temui|kecam|desak|tuding|tuduh|ancam|serang|tangkap|tahan|usir|panggil|kunjungi|sambut|jamu|telepon|hubungi|peringatkan|
gugat|adili|periksa|selidiki|bantu|dukung|puji|kritik|sindir|protes|imbau|ajak|dorong|tekan|paksa|bubarkan|gulingkan|deportasi|pulangkan|
lindungi|kepung|lawan|hadapi|kutuk|bom|gempur|tembak|tembaki|bunuh|culik|sandera|kalahkan|bebaskan|lepaskan|pecat|copot|lantik|tunjuk|
terima|undang|temani|gandeng|rangkul|dekati|jauhi|kawal|sergap|geruduk|demo|datangi|sambangi|laporkan|adukan|dakwa|vonis|hukum|jebloskan|
boikot|embargo|rudal|bidik|incar|sasar|invasi|bantai|cekal|ingatkan|yakinkan|salahkan|cela|hina|ekstradisi|tampung|evakuasi|selamatkan|tegur""".replace("\n", ""),
    "t": """bahas|teken|tandatangani|sepakati|tolak|setujui|ratifikasi|kirim|kerahkan|siagakan|jatuhkan|cabut|larang|sita|geledah|blokir|
batalkan|tunda|hentikan|lanjutkan|gelar|adakan|hadiri|pimpin|umumkan|serahkan|beri|berikan|salurkan|pasok|jual|beli|bangun|resmikan|
luncurkan|uji|tingkatkan|perkuat|perketat|longgarkan|naikkan|turunkan|bekukan|veto|tutup|buka|tarik|rebut|kuasai|duduki|hancurkan|bakar|
langgar|patuhi|bantah|tepis|klaim|ungkap|akui|kutuk|sesalkan|soroti|usut|dalami|tawarkan|usulkan|janjikan|siapkan|rancang|susun|sahkan|
revisi|gagalkan|ambil|kecam|dukung|tuntut|minta|serukan|terapkan|berlakukan|kenakan|pangkas|tambah|kurangi|perpanjang|akhiri|mulai|dorong|
jaga|putuskan|pulihkan|jajaki|rundingkan|mediasi|tengahi|sampaikan|lontarkan|layangkan|keluarkan|terbitkan|bentuk|dirikan|tinjau|pantau""".replace("\n", "")}
ID_THINGS = """sanksi|gencatan senjata|kerja sama|kerja sama pertahanan|perjanjian damai|kesepakatan dagang|bantuan|bantuan kemanusiaan|
pasukan|pasukan perdamaian|kapal perang|rudal balistik|tarif impor|larangan ekspor|perundingan damai|hubungan diplomatik|serangan udara|
serangan rudal|latihan militer|unjuk rasa|aksi damai|konflik perbatasan|krisis pangan|sengketa wilayah|resolusi|tuduhan|tudingan|tuntutan|
ancaman|permintaan|usulan|rencana|undang-undang|RUU|kedutaan besar|pertemuan|KTT|perundingan|perbatasan|wilayah udara|senjata|dana|pinjaman|
darurat militer|jam malam|keadaan darurat|penyelidikan|kasus korupsi|nota protes|tahanan politik|pembebasan sandera|penarikan pasukan""".replace("\n", "").split("|")
ID_PLACES = ["Jakarta", "Gaza", "Papua", "Rafah", "Kyiv", "Washington", "Beijing", "Jenewa", "Laut China Selatan", "Aceh", "Surabaya",
             "Nairobi", "Khartoum", "Manila", "Hanoi", "New York", "Tepi Barat", "Poso", "Makassar", "Natuna"]
ID_SMALL = {"di", "ke", "dari", "dan", "untuk", "dengan", "soal", "yang", "oleh", "atas", "terhadap", "pada", "usai", "agar", "jika", "bagi", "dalam"}
ID_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def id_active(bare):
    """meN-: p, t, k, s give way to the nasal."""
    if bare in ("bom", "cela", "uji"):
        return {"bom": "mengebom", "cela": "mencela", "uji": "menguji"}[bare]
    first, two = bare[0], bare[:2]
    if bare.startswith("per"):
        return "mem" + bare
    if first in "lmnrwy" or two in ("ng", "ny"):
        return "me" + bare
    if first == "p":
        return "mem" + bare[1:]
    if first in "bfv":
        return "mem" + bare
    if first == "t":
        return "men" + bare[1:]
    if first in "dcjz" or two == "sy":
        return "men" + bare
    if first == "s":
        return "meny" + bare[1:]
    if first == "k":
        return "meng" + bare[1:]
    return "meng" + bare


def id_lemma(bare):
    for end in ("kan", "i"):
        if bare.endswith(end) and len(bare) - len(end) >= 3 and bare not in ("puji", "uji", "bagi", "beri", "lari", "teliti", "kunci", "invasi",
                                                                             "deportasi", "evakuasi", "ekstradisi", "ratifikasi", "revisi", "mediasi", "adili", "rangkai"):
            bare = bare[:-len(end)]
            break
    return bare[3:] if bare.startswith("per") and len(bare) > 6 and bare != "periksa" else bare


def id_noun(words):
    parts = words.split()
    head = Node(parts[0], "PROPN" if parts[0].isupper() else "NOUN", feats="_" if parts[0].isupper() else "Number=Sing")
    last = head
    for part in parts[1:]:
        node = Node(part, "PROPN" if part[0].isupper() else "NOUN", feats="Number=Sing" if part[0].islower() else "_")
        last.behind("nmod", node)
    return head


def id_actor(r):
    way = r.random()
    if way < 0.3:
        return name(r.choice(ID_COUNTRIES), "flat:name")
    if way < 0.7:
        title = r.choice(ID_TITLES).split()
        head = Node(title[0], "NOUN", title[0], "Number=Sing")
        last = head
        for part in title[1:]:
            node = Node(part, "NOUN", part, "Number=Sing")
            last.behind("nmod", node)
            last = node
        head.behind("nmod", name(r.choice(ID_COUNTRIES), "flat:name"))
        if r.random() < 0.2:
            head.behind("flat:name", *[Node(part, "PROPN") for part in r.choice(ID_NAMES).split()])
        return head
    if way < 0.85:
        return name(r.choice(ID_GROUPS), "flat:name")
    if way < 0.9:
        return name(r.choice(ID_NAMES), "flat:name")
    head = id_noun(r.choice(ID_PEOPLE))
    if r.random() < 0.4:
        head.before("nummod", Node(r.choice(["dua", "tiga", "5", "12", "40", "ribuan", "ratusan"]), "NUM", feats="NumType=Card"))
    if r.random() < 0.4:
        head.behind("nmod", name(r.choice(ID_COUNTRIES), "flat:name"))
    return head


def id_preposition(r, head):
    way = r.random()
    if way < 0.35:
        head.behind("obl", name(r.choice(ID_PLACES), "flat:name").before("case", Node("di", "ADP")))
    elif way < 0.6:
        head.behind("obl", id_noun(r.choice(ID_THINGS)).before("case", Node(r.choice(["soal", "terkait", "usai", "atas", "karena"]), "ADP")))
    elif way < 0.7:
        head.behind("obl", id_actor(r).before("case", Node(r.choice(["dengan", "kepada", "terhadap", "dari", "untuk"]), "ADP")))


def id_predicate(r, bare_form):
    kind = r.choice("at")
    bare = r.choice(ID_VERBS[kind].split("|"))
    verb = Node(bare if bare_form else id_active(bare), "VERB", id_lemma(bare), "Voice=Act")
    verb.behind("obj", id_actor(r) if kind == "a" else id_noun(r.choice(ID_THINGS)))
    return verb


def id_headline(r):
    way = r.random()
    if way < 0.72:
        verb = id_predicate(r, way < 0.6)
        if r.random() < 0.25:
            extra = r.choice([("akan", "AUX", "aux"), ("bakal", "AUX", "aux"), ("siap", "ADV", "advmod"), ("tak", "PART", "advmod"),
                              ("kembali", "ADV", "advmod"), ("resmi", "ADV", "advmod"), ("dapat", "AUX", "aux"), ("ingin", "ADV", "advmod"),
                              ("segera", "ADV", "advmod"), ("tidak", "PART", "advmod"), ("telah", "AUX", "aux"), ("batal", "ADV", "advmod")])
            verb.before(extra[2], Node(extra[0], extra[1]))
        subject = id_actor(r)
        if r.random() < 0.12:
            subject.behind("conj", id_actor(r).before("cc", Node("dan", "CCONJ")))
        verb.left.insert(0, subject)
        subject.rel = "nsubj"
        id_preposition(r, verb)
        if r.random() < 0.2:
            second = id_predicate(r, way < 0.6)
            second.before("punct", Node(",", "PUNCT"))
            verb.behind("parataxis", second)
        root = verb
    elif way < 0.84:
        bare = r.choice(ID_VERBS["a"].split("|"))
        root = Node("di" + bare, "VERB", id_lemma(bare), "Voice=Pass")
        root.before("nsubj:pass", id_actor(r))
        if r.random() < 0.5:
            agent = id_actor(r)
            if r.random() < 0.4:
                agent.before("case", Node("oleh", "ADP"))
                root.behind("obl:agent", agent)
            else:
                root.behind("obl", agent)
        id_preposition(r, root)
    elif way < 0.92:
        # "Menlu Kenya: Uganda Langgar Perjanjian Damai"
        inner = id_predicate(r, True)
        inner.before("nsubj", id_actor(r))
        root = id_actor(r)
        root.behind("punct", Node(":", "PUNCT"))
        root.behind("parataxis", inner)
    else:
        # "Kenya Desak Uganda Hentikan Serangan Udara"
        root = Node(r.choice(["desak", "minta", "ajak", "imbau", "dorong", "paksa", "larang"]), "VERB", feats="Voice=Act")
        root.before("nsubj", id_actor(r))
        root.behind("obj", id_actor(r))
        root.behind("xcomp", id_predicate(r, True))
    if way >= 0.6 and way < 0.72:
        # the same as a sentence
        if r.random() < 0.6:
            day = Node(r.choice(ID_DAYS), "PROPN")
            if r.random() < 0.6:
                date = Node("%d/%d/%d" % (r.randint(1, 28), r.randint(1, 12), r.randint(2015, 2025)), "NUM", feats="NumType=Card")
                date.before("punct", Node("(", "PUNCT")).behind("punct", Node(")", "PUNCT"))
                day.behind("appos", date)
            if r.random() < 0.5:
                day.before("case", Node("pada", "ADP"))
                root.behind("obl", day)
            else:
                day.before("punct", Node(",", "PUNCT"))
                root.behind("obl:tmod", day)
        root.behind("punct", Node(".", "PUNCT"))
        first = root.order()[0]
        first.form = first.form[0].upper() + first.form[1:]
    else:
        title_case(root, ID_SMALL)
    return root


# ---------------------------------------------------------------- English

EN_COUNTRIES = """Indonesia|Malaysia|Singapore|Thailand|Vietnam|Laos|Cambodia|Myanmar|Australia|Japan|China|India|Pakistan|Iran|Iraq|
Israel|Syria|Lebanon|Yemen|Turkey|Egypt|Sudan|Kenya|Uganda|Nigeria|Russia|Ukraine|Germany|France|Britain|Italy|Spain|Norway|US|U.S.|UK|
Canada|Brazil|Colombia|South Korea|North Korea|Saudi Arabia|New Zealand|Sri Lanka|South Africa|Qatar|Poland|Sweden|Ethiopia""".replace("\n", "").split("|")
EN_ADJECTIVES = """Indonesian|Thai|Vietnamese|Australian|Japanese|Chinese|Indian|Pakistani|Iranian|Iraqi|Israeli|Syrian|Turkish|Egyptian|
Kenyan|Ugandan|Nigerian|Russian|Ukrainian|German|French|British|Italian|Norwegian|Canadian|Brazilian|Colombian|Polish""".replace("\n", "").split("|")
EN_GROUPS = "UN|NATO|ASEAN|EU|Hamas|Hezbollah|Taliban|Kremlin|White House|Pentagon|Supreme Court|Security Council|European Union|African Union|Houthis".split("|")
EN_TITLES = "president|prime minister|foreign minister|defence minister|parliament|army|police|ambassador|envoy|court|government|opposition|lawmakers|troops|rebels|protesters|officials|militants|prosecutors|jets|forces|leaders".split("|")
EN_PEOPLE = "rebels|protesters|police|troops|workers|students|militants|gunmen|lawmakers|farmers|teachers|activists|refugees|journalists|officials|villagers|opposition".split("|")
EN_VERBS = """slam|condemn|accuse|urge|warn|visit|meet|attack|bomb|arrest|detain|expel|summon|host|welcome|praise|back|criticise|blast|
threaten|sue|charge|jail|sentence|free|release|deport|recall|sanction|invade|shell|strike|raid|kill|kidnap|rescue|blame|rebuke|mock|fire|
oust|appoint|hail|court|defy|probe|investigate|question|evacuate|shelter|arm|train|fund|aid|help|protect|call|invite|join|quit|leave|face|fight|target|seize|storm|reject|pressure|press|ask|tell|thank|ban|censure|snub""".replace("\n", "").split("|")
EN_THING_VERBS = """sign|reject|approve|impose|lift|ratify|send|deploy|cancel|postpone|halt|suspend|resume|hold|launch|test|announce|offer|
pledge|deny|admit|claim|seek|demand|break|violate|block|veto|cut|raise|boost|close|open|seize|capture|recapture|withdraw|extend|end|start|discuss|
propose|draft|pass|ban|freeze|tighten|ease|condemn|slam|back|welcome|urge|mediate|broker|plan|order|unveil|scrap|sever|restore|renew""".replace("\n", "").split("|")
EN_THINGS = """peace deal|trade deal|ceasefire|sanctions|border talks|peace talks|air strikes|missile test|military drills|aid|arms embargo|
tariffs|diplomatic ties|prisoner swap|defence pact|border dispute|election law|state of emergency|curfew|troops|warships|peacekeepers|
probe|resolution|visa ban|food aid|loan|summit|hostages|strike|protest|accusations|claims|demands|report|attack|raid|nuclear talks""".replace("\n", "").split("|")
EN_PLACES = ["Nairobi", "Gaza", "Geneva", "Kyiv", "Khartoum", "Manila", "Jakarta", "Beijing", "Kashmir", "Darfur", "West Bank", "Rafah", "Berlin"]
EN_SMALL = {"in", "on", "over", "to", "of", "for", "with", "and", "at", "by", "from", "after", "as", "'s"}
EN_PRES = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
EN_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
EN_PLURALS = {"lawmakers", "troops", "rebels", "protesters", "officials", "militants", "prosecutors", "jets", "forces", "leaders", "police",
              "workers", "students", "gunmen", "farmers", "teachers", "activists", "refugees", "journalists", "villagers", "Houthis"}
EN_PAST = {"send": "sent", "hold": "held", "meet": "met", "strike": "struck", "oust": "ousted", "quit": "quit", "leave": "left", "fight": "fought",
           "tell": "told", "seek": "sought", "break": "broken", "cut": "cut", "withdraw": "withdrawn", "arm": "armed", "ban": "banned",
           "snub": "snubbed", "plan": "planned", "expel": "expelled", "scrap": "scrapped", "kidnap": "kidnapped", "free": "freed", "deny": "denied"}


def en_present(verb):
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def en_past(verb):
    if verb in EN_PAST:
        return EN_PAST[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


def en_noun(words):
    parts = words.split()
    if "of" in parts:
        head = Node(parts[0], "NOUN", feats="Number=Sing")
        return head.behind("nmod", Node(parts[2], "NOUN", feats="Number=Sing").before("case", Node("of", "ADP")))
    last = parts[-1]
    plural = last.endswith("s") and last not in ("ties",) or last in ("police", "gunmen")
    head = Node(last, "NOUN", last[:-1] if last.endswith("s") else last, "Number=Plur" if plural else "Number=Sing")
    for part in parts[:-1]:
        if part in ("prime", "foreign", "military", "diplomatic", "nuclear"):
            head.before("amod", Node(part, "ADJ", feats="Degree=Pos"))
        else:
            head.before("compound", Node(part, "NOUN", feats="Number=Sing"))
    return head


def en_name(words):
    parts = words.split()
    head = Node(parts[-1], "PROPN", feats="Number=Sing")
    for part in parts[:-1]:
        head.before("amod" if part in ("South", "North", "New", "White", "West", "Supreme", "European", "African", "Saudi") else "compound",
                    Node(part, "ADJ" if part in ("South", "North", "New", "White", "West", "Supreme", "European", "African") else "PROPN"))
    return head


def en_actor(r):
    """An actor and whether it is plural."""
    way = r.random()
    if way < 0.4:
        return en_name(r.choice(EN_COUNTRIES)), False
    if way < 0.5:
        words = r.choice(EN_GROUPS)
        return en_name(words), words in EN_PLURALS
    if way < 0.65:
        title = r.choice(EN_TITLES)
        head = en_noun(title)
        owner = en_name(r.choice(EN_COUNTRIES)).behind("case", Node("'s", "PART"))
        head.left.insert(0, owner)
        owner.rel = "nmod:poss"
        return head, title in EN_PLURALS
    if way < 0.88:
        title = r.choice(EN_TITLES)
        head = en_noun(title)
        adjective = Node(r.choice(EN_ADJECTIVES), "ADJ", feats="Degree=Pos")
        head.left.insert(0, adjective)
        adjective.rel = "amod"
        return head, title in EN_PLURALS
    people = r.choice(EN_PEOPLE)
    head = en_noun(people)
    if r.random() < 0.4:
        head.left.insert(0, Node(r.choice(["two", "5", "12", "hundreds", "40"]), "NUM", feats="NumForm=Digit|NumType=Card"))
        head.left[0].rel = "nummod"
    return head, people in EN_PLURALS


def en_predicate(r, form):
    """`form` makes a Node of a verb in the wanted form."""
    if r.random() < 0.5:
        verb = form(r.choice(EN_VERBS))
        verb.behind("obj", en_actor(r)[0])
    else:
        verb = form(r.choice(EN_THING_VERBS))
        verb.behind("obj", en_noun(r.choice(EN_THINGS)))
    way = r.random()
    if way < 0.25:
        verb.behind("obl", en_name(r.choice(EN_PLACES)).before("case", Node("in", "ADP")))
    elif way < 0.5:
        verb.behind("obl", en_noun(r.choice(EN_THINGS)).before("case", Node(r.choice(["over", "after", "despite", "amid"]), "ADP")))
    elif way < 0.6:
        verb.behind("obl", en_actor(r)[0].before("case", Node(r.choice(["with", "to", "against", "from"]), "ADP")))
    return verb


def en_finite(plural):
    return lambda verb: Node(verb if plural else en_present(verb), "VERB", verb, EN_PLURAL if plural else EN_PRES)


def en_infinitive(verb):
    return Node(verb, "VERB", verb, "VerbForm=Inf")


def en_headline(r):
    way = r.random()
    subject, plural = en_actor(r)
    if way < 0.5:
        root = en_predicate(r, en_finite(plural))
        root.before("nsubj", subject)
        root.left.insert(0, root.left.pop())
    elif way < 0.6:
        # "Kenya, Uganda sign peace deal"
        root = en_predicate(r, en_finite(True))
        second = en_actor(r)[0].before("punct", Node(",", "PUNCT"))
        root.left.insert(0, subject.behind("conj", second))
        subject.rel = "nsubj"
    elif way < 0.7:
        # "Kenyan president to visit Uganda"
        root = en_predicate(r, en_infinitive)
        root.before("nsubj", subject)
        root.before("mark", Node("to", "PART"))
    elif way < 0.8:
        # "Five activists arrested in Nairobi"
        verb = r.choice(EN_VERBS)
        root = Node(en_past(verb), "VERB", verb, "Tense=Past|VerbForm=Part|Voice=Pass")
        root.before("nsubj:pass", subject)
        if r.random() < 0.4:
            root.behind("obl:agent", en_actor(r)[0].before("case", Node("by", "ADP")))
        if r.random() < 0.6:
            root.behind("obl", en_name(r.choice(EN_PLACES)).before("case", Node("in", "ADP")))
    elif way < 0.9:
        # "Kenya says Uganda attacks ..."
        root = Node(*({True: ("say", "VERB", "say", EN_PLURAL), False: ("says", "VERB", "say", EN_PRES)}[plural]))
        root.before("nsubj", subject)
        other, many = en_actor(r)
        inner = en_predicate(r, en_finite(many))
        inner.left.insert(0, other)
        other.rel = "nsubj"
        root.behind("ccomp", inner)
    else:
        # "Kenya urges Uganda to lift sanctions", "Kenya vows to ..."
        verb = r.choice(["urge", "ask", "tell", "warn", "press"]) if way < 0.95 else r.choice(["vow", "threaten", "refuse", "agree", "offer", "plan"])
        root = en_finite(plural)(verb)
        root.before("nsubj", subject)
        if way < 0.95:
            root.behind("obj", en_actor(r)[0])
        inner = en_predicate(r, en_infinitive)
        root.behind("xcomp", inner.before("mark", Node("to", "PART")))
    if r.random() < 0.6:
        title_case(root, EN_SMALL)
    elif r.random() < 0.3:
        root.behind("punct", Node(".", "PUNCT"))
    return root


def write(language, headline, count):
    r = random.Random(7)
    with open(os.path.join(HERE, language + "_headlines-made.conllu"), "w", encoding="utf-8") as out:
        for number in range(1, count + 1):
            out.write(conllu(number, headline(r)))


if __name__ == "__main__":
    write("id", id_headline, 900)
    write("en", en_headline, 900)
