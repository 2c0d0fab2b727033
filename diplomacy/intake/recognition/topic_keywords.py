"""Words that suggest a topic, for topics whose own list an editor has not filled in yet.

One entry a topic code; phrases parted by ``|``, in English, Chinese (simplified) and Urdu; a
``*`` ends a word that may go on. What an editor writes into a topic's own list counts instead.
"""

# ruff: noqa: E501  one line a language is easier to extend

TOPIC_KEYWORDS = {
    "one-china": "one-china|one china|taiwan|reunification|一个中国|台湾|台独|两岸|ایک چین|ون چائنا|تائیوان",
    "core-interests": "core interest*|core national interest*|sovereignty and territorial integrity|territorial integrity|核心利益|主权和领土完整|领土完整|بنیادی مفادات|علاقائی سالمیت|خودمختاری",
    "hk-xj-xz-scs": "xinjiang|xizang|tibet|hong kong|south china sea|新疆|西藏|涉疆|涉藏|香港|涉港|南海|سنکیانگ|تبت|ہانگ کانگ|بحیرہ جنوبی چین",
    "jammu-kashmir": "jammu and kashmir|jammu & kashmir|kashmir*|iiojk|查谟|克什米尔|کشمیر",
    "south-asia": "south asia|stability in the region and|unilateral action*|南亚|جنوبی ایشیا",
    "cpec": "cpec|china-pakistan economic corridor|pakistan-china economic corridor|economic corridor|five corridors|growth corridor|中巴经济走廊|经济走廊|سی پیک|اقتصادی راہداری",
    "bri": "belt and road|bri|silk road economic belt|eight major steps|一带一路|بیلٹ اینڈ روڈ",
    "connectivity": "ml-1|main line-1|karakoram highway|kkh|connectivity|railway*|motorway*|互联互通|铁路|公路|喀喇昆仑公路|ایم ایل ون|شاہراہ قراقرم|رابطہ کاری|روابط کے منصوب",
    "khunjerab": "khunjerab*|sost|红其拉甫|خنجراب",
    "gwadar": "gwadar*|瓜达尔|گوادر",
    "third-party-cpec": "third-party participation|third party participation|third parties|第三方|تیسرے فریق",
    "industry": "industr*|industrial park*|special economic zone*|sez|sezs|rashakai|产业|工业|园区|特殊经济区|صنعت*|خصوصی اقتصادی زون",
    "agriculture": "agricultur*|农业|زراعت|زرعی",
    "mining": "mining|mineral*|mines|矿业|矿产|采矿|کان کنی|معدنیات",
    "it-digital": "information technology|digital*|artificial intelligence|cyber*|e-commerce|信息技术|数字经济|人工智能|网络安全|انفارمیشن ٹیکنالوجی|مصنوعی ذہانت|ڈیجیٹل",
    "science-tech": "science and technology|scientific|technolog* cooperation|科技|سائنس اور ٹیکنالوجی|سائنس و ٹیکنالوجی",
    "space": "space cooperation|outer space|satellite*|space exploration|astronaut*|space station|exploration of space|航天|太空|卫星|航天员|خلا|خلائی|سیٹلائٹ",
    "energy": "energy|hydropower|photovoltaic|wind power|power project*|power plant*|nuclear power|能源|水电|核电|光伏|توانائی|پن بجلی",
    "finance": "financial|banking|fiscal|currency swap|panda bond*|金融|银行|财政|مالیاتی|بینکاری|مالی تعاون",
    "trade-investment": "trade|investment*|commerce|free trade agreement|fta|export*|b2b|贸易|经贸|投资|自贸|تجارت|تجارتی|سرمایہ کاری",
    "counter-terrorism": "terroris*|counter-terrorism|counterterrorism|terrorist*|反恐|恐怖主义|恐怖分子|恐袭|دہشت گرد*|انسداد دہشت گردی",
    "security-chinese": "chinese personnel|chinese nationals|chinese institutions|chinese citizens|chinese workers|chinese engineers|chinese convoy|safety and security of chinese|中方人员|在巴中国|中国公民|人员、项目和机构|人员、项目、机构|چینی شہری*|چینی باشندوں|چینی عملے|چینی اہلکار*",
    "defence": "defence|defense|military|armed forces|joint exercise*|joint training|security cooperation|防务|国防|军事|دفاع*|عسکری|فوجی",
    "afghanistan": "afghan*|kabul|阿富汗|涉阿|افغان*|کابل",
    "middle-east": "palestin*|gaza|middle east|israel*|two-state solution|巴勒斯坦|加沙|中东|以色列|巴以|两国方案|فلسطین*|غزہ|مشرق وسط*|اسرائیل*",
    "un-charter": "un charter|charter of the united nations|united nations charter|multilateralism|international law|purposes and principles|sovereign equality|联合国宪章|多边主义|国际法|اقوام متحدہ کے چارٹر|اقوام متحدہ کا چارٹر|کثیرالجہت*|کثیر الجہت*|بین الاقوامی قانون",
    "global-initiatives": "global development initiative|global security initiative|global civilization initiative|global civilisation initiative|global governance initiative|gdi|gsi|gci|ggi|major global initiatives|global initiatives|全球发展倡议|全球安全倡议|全球文明倡议|全球治理倡议|全球倡议|عالمی ترقیاتی اقدام|عالمی سلامتی|عالمی تہذیبی|گلوبل",
    "unsc": "un security council|united nations security council|unsc|non-permanent member|security council resolution*|安理会|سلامتی کونسل",
    "sco": "shanghai cooperation organi*|sco|上合组织|上海合作组织|شنگھائی تعاون تنظیم|ایس سی او",
    "anti-bloc": "bloc confrontation|small circle*|hegemon*|bullying|power politics|cold war mentality|unilateralism|阵营对抗|小圈子|霸权|霸凌|欺凌|强权政治|单边主义|冷战思维|بالادستی|دھونس|بلاک",
    "multilateral-trade": "free trade and|support for free trade|multilateral trading system|trading system|wto|world trade organi*|protectionism|economic globalization|economic globalisation|多边贸易|世贸组织|贸易保护主义|经济全球化|عالمی تجارتی تنظیم",
    "partnership": "strategic cooperative partner*|strategic partner*|all-weather|all weather|ironclad|iron-clad|shared future|iron brother*|mutual trust|战略合作伙伴|全天候|命运共同体|铁杆|铁哥们|战略互信|آہنی دوست*|آہنی بھائی*|ہمہ موسمی|سدا بہار|اسٹریٹجک شراکت*|مشترکہ مستقبل",
    "high-level-exchanges": "high-level exchange*|exchanges at all levels|high-level interaction*|high-level visit*|exchange of visits|高层交往|高层互访|اعلیٰ سطح* تبادل*|اعلی سطح*",
    "anniversary": "anniversar*|75 years|周年|سالگرہ",
    "development-path": "development path|path to modernization|path to modernisation|chinese modernization|chinese path|five-year plan|development achievement*|national conditions|发展道路|现代化|五年规划|发展成就|ترقی کا راستہ|پنج سالہ منصوب*|جدید کاری",
    "governance-exchange": "state governance|governance experience|experience-sharing|experience sharing|治国理政|تجربات کے تبادل*|طرز حکمرانی",
    "culture-p2p": "people-to-people|cultural|culture|tourism|exhibition*|friendship cities|civilizations dialogue|civilisations|人文|文化|民心相通|旅游|展览|ثقافت*|عوامی روابط|عوام* کے درمیان روابط|نمائش",
    "education-training": "education*|vocational|training|scholarship*|students|教育|培训|留学|奖学金|تعلیم*|تربیت*|اسکالرشپ*",
    "health-covid": "health*|covid*|vaccine*|hospital*|pandemic|medical|卫生|疫情|疫苗|医疗|صحت|کورونا|ویکسین",
    "disaster-relief": "flood*|natural disaster*|disaster*|earthquake*|relief assistance|洪灾|救灾|减灾|自然灾害|سیلاب*|قدرتی آفات",
    "media-thinktanks": "media|think tank*|think-tank*|journalists|媒体|智库|میڈیا|تھنک ٹینک*",
    "regional-trilaterals": "trilateral|trilaterals|三方|سہ فریقی",
    "venezuela": "venezuela*|委内瑞拉|وینزویلا",
}
