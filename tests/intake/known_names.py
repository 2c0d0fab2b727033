"""A small gazetteer for tests: what an archive of these matters would know."""

# ruff: noqa: E501  rows and pages read best unbroken

from diplomacy.intake.known import Form, Gazetteer, Known


def _person(slug, name, country, family, given, *forms):
    rows = tuple(form if isinstance(form, Form) else Form(form) for form in forms)
    return Known("person", slug, name, rows, country=country, family=family, given=given)


PEOPLE = (
    _person("wang-yi", "Wang Yi", "cn", "Wang", "Yi", Form("王毅", "zh-hans"), Form("وانگ یی", "ur")),
    _person("li-qiang", "Li Qiang", "cn", "Li", "Qiang"),
    _person("li-keqiang", "Li Keqiang", "cn", "Li", "Keqiang"),
    _person("xi", "Xi Jinping", "cn", "Xi", "Jinping", Form("习近平", "zh-hans")),
    _person(
        "jiang-zaidong", "Jiang Zaidong", "cn", "Jiang", "Zaidong", Form("Zaidong", "en", True)
    ),
    _person(
        "ishaq-dar", "Mohammad Ishaq Dar", "pk", "Dar", "Mohammad Ishaq",
        "Ishaq Dar", Form("达尔", "zh-hans"), Form("達爾", "zh-hant"), Form("اسحاق ڈار", "ur"),
    ),
    _person("kakar", "Anwaar-ul-Haq Kakar", "pk", "Kakar", "Anwaar-ul-Haq"),
    _person("imran-khan", "Imran Khan", "pk", "Khan", "Imran"),
    _person("asad-majeed", "Asad Majeed Khan", "pk", "Khan", "Asad Majeed"),
    _person("cheng", "Cheng Xizhong", "cn", "Cheng", "Xizhong"),
    _person("mao-ning", "Mao Ning", "cn", "Mao", "Ning", Form("毛宁", "zh-hans")),
)  # fmt: skip

COUNTRIES = (
    Known(
        "country", "cn", "China",
        (
            Form("People's Republic of China"), Form("Chinese"), Form("中国", "zh-hans"),
            Form("中华人民共和国", "zh-hans"), Form("چین", "ur"), Form("چینی", "ur"),
        ),
    ),
    Known(
        "country", "pk", "Pakistan",
        (
            Form("Islamic Republic of Pakistan"), Form("Pakistani"), Form("巴基斯坦", "zh-hans"),
            Form("پاکستان", "ur"),
        ),
    ),
    Known("country", "af", "Afghanistan", (Form("Afghan"), Form("阿富汗", "zh-hans"))),
    Known("country", "in", "India", (Form("Indian"), Form("印度", "zh-hans"))),
    Known("country", "ve", "Venezuela", (Form("Venezuelan"),)),
)  # fmt: skip

TOPICS = (
    Known("topic", "one-china", "One-China and Taiwan", keywords=("one-China", "Taiwan", "一个中国")),
    Known("topic", "cpec", "Economic corridor", keywords=("CPEC", "economic corridor", "经济走廊", "سی پیک")),
    Known("topic", "khunjerab", "Khunjerab Pass", keywords=("Khunjerab",)),
    Known("topic", "agriculture", "Agriculture", keywords=("agricultur*", "农业", "زراعت")),
    Known("topic", "anniversary", "Anniversaries", keywords=("anniversary", "周年", "سالگرہ")),
    Known("topic", "counter-terrorism", "Counter-terrorism", keywords=("terrorism", "反恐")),
    Known("topic", "unset", "Deep-sea shipping", keywords=()),
)  # fmt: skip

PLACES = (
    Known("place", "beijing", "Beijing", (Form("北京", "zh-hans"), Form("بیجنگ", "ur"))),
    Known("place", "islamabad", "Islamabad", (Form("伊斯兰堡", "zh-hans"), Form("اسلام آباد", "ur"))),
)  # fmt: skip

ORGANISATIONS = (
    Known(
        "organisation", "mfa-cn", "Ministry of Foreign Affairs of China",
        (Form("Chinese Foreign Ministry"), Form("中国外交部", "zh-hans")), country="cn",
    ),
    Known(
        "organisation", "mofa-pk", "Ministry of Foreign Affairs of Pakistan",
        (Form("Foreign Office"), Form("FO"), Form("دفتر خارجہ", "ur")), country="pk",
    ),
    Known("organisation", "emb-cn-pk", "Embassy of China in Pakistan", country="cn"),
    Known("organisation", "emb-pk-cn", "Embassy of Pakistan in Beijing", country="pk"),
    Known("organisation", "who", "World Health Organization", (Form("WHO"),)),
    Known("organisation", "un", "United Nations", (Form("UN"),)),
)  # fmt: skip

OUTLETS = (
    Known("outlet", "app", "Associated Press of Pakistan", (Form("APP"),), country="pk"),
    Known("outlet", "xinhua", "Xinhua News Agency", (Form("新华社", "zh-hans"),), country="cn"),
    Known("outlet", "dawn", "Dawn", country="pk", hosts=("www.dawn.example",)),
)  # fmt: skip

INITIATIVES = (
    Known("initiative", "gdi", "Global Development Initiative", (Form("GDI"),)),
)  # fmt: skip

SERIES = (
    Known(
        "series", "fmsd", "China-Pakistan Foreign Ministers' Strategic Dialogue",
        (
            Form("Pakistan-China Strategic Dialogue"), Form("中巴外长战略对话", "zh-hans"),
            Form("پاکستان۔چین وزرائے خارجہ اسٹریٹجک ڈائیلاگ", "ur"),
        ),
        parties=("cn", "pk"), level="foreign minister",
    ),
    Known(
        "series", "vmsd", "China-Pakistan Strategic Dialogue (vice-ministerial level)",
        parties=("cn", "pk"), level="vice foreign minister / foreign secretary",
    ),
    Known(
        "series", "cap-fm", "China-Afghanistan-Pakistan Trilateral Foreign Ministers' Dialogue",
        (Form("中阿巴三方外长对话", "zh-hans"),),
        parties=("cn", "af", "pk"), level="foreign minister",
    ),
    Known(
        "series", "jcc", "CPEC Joint Cooperation Committee", (Form("JCC"),),
        parties=("cn", "pk"), level="minister (planning)",
    ),
)  # fmt: skip

KNOWN = Gazetteer(
    people=PEOPLE,
    countries=COUNTRIES,
    topics=TOPICS,
    places=PLACES,
    organisations=ORGANISATIONS,
    outlets=OUTLETS,
    initiatives=INITIATIVES,
    series=SERIES,
)
