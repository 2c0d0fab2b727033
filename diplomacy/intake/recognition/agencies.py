"""News agencies and the cities of datelines: enough to read a page in an archive still empty."""

# ruff: noqa: E501, SIM905  lists of names read best run on

from diplomacy.text.normalise import fold_name

AGENCIES = frozenset(
    fold_name(name)
    for name in [
        "app", "xinhua", "dna", "ppi", "ppi-ot", "nni", "inp", "online", "reuters", "afp", "ap",
        "pti", "ani", "tass", "ians", "cns", "kuna", "sana", "irna", "bna", "anadolu", "aa", "dpa",
        "upi", "alliance news", "associated press of pakistan", "associated press", "xinhua news agency",
        "agence france-presse", "press trust of india", "news network international",
        "independent news pakistan", "pakistan press international", "bloomberg", "sputnik", "kyodo",
        "china news service", "news agencies", "agencies",
        "新华社", "新華社", "中新社", "中新网", "中評社", "中评社", "中央社", "中国新闻网", "路透社", "法新社",
        "اے پی پی", "این این آئی", "آئی این پی", "آن لائن", "پی پی آئی", "شنہوا", "ژنہوا", "رائٹرز", "اے ایف پی",
        "ایجنسیاں", "یو این آئی", "یواین آئی", "خبر ایجنسی",
    ]
)  # fmt: skip
"""Folded names and codes of agencies; what else stands in a dateline's brackets is an outlet."""

DESKS = frozenset(
    fold_name(name)
    for name in "staff reporter|web desk|news desk|monitoring desk|special correspondent|our correspondent|"
    "correspondent|desk report|staff report|news report|bureau report|monitoring report|"
    "ویب ڈیسک|نیوز ڈیسک|نمائندہ خصوصی|مانیٹرنگ ڈیسک|اسٹاف رپورٹر|本报讯".split("|")
)
"""Who stands in a dateline's brackets without being an agency or outlet."""

CITIES = frozenset(
    fold_name(name)
    for name in "abbottabad|abu dhabi|addis ababa|almaty|ankara|ashgabat|astana|baghdad|baku|bangkok|beijing|"
    "berlin|bishkek|brussels|cairo|changsha|chengdu|chongqing|colombo|damascus|dhaka|doha|dubai|"
    "dushanbe|faisalabad|geneva|gilgit|guangzhou|guiyang|gwadar|haikou|hangzhou|hong kong|"
    "hyderabad|islamabad|istanbul|jakarta|jeddah|kabul|kandahar|karachi|kashgar|kathmandu|"
    "kuala lumpur|kunming|kuwait city|lahore|lhasa|london|macao|madrid|male|manila|moscow|mumbai|"
    "multan|muscat|muzaffarabad|nanjing|nanning|new delhi|new york|nur-sultan|paris|peshawar|"
    "pretoria|quetta|rawalpindi|riyadh|rome|samarkand|sanya|seoul|shanghai|shenzhen|sialkot|"
    "singapore|skardu|sukkur|swat|tashkent|tehran|thimphu|tianjin|tokyo|ufa|ulaanbaatar|"
    "united nations|urumqi|vienna|vientiane|washington|wuhan|xi'an|xiamen|xichang|xining|yangon|"
    "yinchuan|zhengzhou|"
    "北京|上海|天津|重庆|伊斯兰堡|伊斯兰马巴德|卡拉奇|拉合尔|喀布尔|新德里|成都|昆明|贵阳|海南|三亚|海口|乌鲁木齐|"
    "香港|台北|纽约|联合国|日内瓦|莫斯科|华盛顿|达卡|阿斯塔纳|撒马尔罕|德黑兰|"
    "اسلام آباد|بیجنگ|لاہور|کراچی|پشاور|کوئٹہ|کابل|نئی دہلی|راولپنڈی|گوادر|گلگت|ڈھاکہ|تیانجن|شنگھائی|نیویارک|"
    "جنیوا|ماسکو|واشنگٹن|تہران|ریاض|دوحہ|دبئی|آستانہ|سمرقند|چینگڈو|مظفرآباد|ملتان|فیصل آباد".split(
        "|"
    )
)
"""Cities that datelines name, folded; Chinese in simplified characters."""

CAPITALS = {
    fold_name(city): code
    for city, code in {
    "beijing": "cn", "islamabad": "pk", "kabul": "af", "new delhi": "in", "dhaka": "bd",
    "astana": "kz", "bishkek": "kg", "moscow": "ru", "tehran": "ir", "washington": "us",
    "tashkent": "uz", "dushanbe": "tj", "ankara": "tr", "riyadh": "sa",
    "北京": "cn", "伊斯兰堡": "pk", "اسلام آباد": "pk", "بیجنگ": "cn", "کابل": "af",
    }.items()
}  # fmt: skip
"""Capitals that stand for their government, to the country's code."""
