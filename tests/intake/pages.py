"""Pages as an editor receives them, in our own words: for tests only."""

# ruff: noqa: E501  rows and pages read best unbroken

RENDERING = """\
HomeWorldDiplomacySixth round of Pakistan, China talks ends

Sixth round of Pakistan, China talks ends

Islamabad, 22 August 2025 (XYZ): Ministers closed their talks in the capital after a stay that ran from August 20 to August 22, 2025.

On August 21, 2025, Wang Yi and Mohammad Ishaq Dar co-chaired the Sixth Round of the Pakistan-China Foreign Ministers’ Strategic Dialogue at Islamabad.

The two sides went over trade and exchanged views on the economic corridor.

Both sides reaffirmed that the corridor matters to farms and to agriculture in the north.

The Pakistani side reiterated its adherence to the one-China principle.

The Chinese side welcomed the new road over the Khunjerab Pass and agreed to keep it open.

Also read: What the corridor means for farmers

The two sides strongly condemned terrorism in every form.

Follow us


Most Popular
Ten rivers to see before winter
"""

READOUT_REPORT = """\
 date 2026-01-05

BEIJING, Jan 5 (APP): Both neighbours wish to widen their exchanges on farming and roads.

Pakistan and China opened the Seventh Pakistan-China Strategic Dialogue held here. Foreign Minister Ishaq Dar and his host Wang YI spoke of the 75th anniversary of their ties, according to a read out issued by the Chinese Foreign Ministry on Sunday evening.

Ishaq Dar said that Pakistan stands ready to deepen cooperation in agriculture. Pakistan will guard against terrorism, he added.

Wang Yi said that the guest is the first minister received in 2026. China opposes the use of force and follows events in Venezuela.
"""

OP_ED = """\
— Sowing Together on Both Sides of the Pass

By H.E. Jiang Zaidong, Ambassador of China in Pakistan

This spring our two countries marked the 80th anniversary of a victory and looked to the 75th year of their ties.

We need to plant more orchards, and I believe our farmers can do so together.

President Xi Jinping said that China supports the corridor. Premier Li Qiang visited last October.

We will open a school for agriculture and keep our promise to its students.
"""

JOINT_TEXT = """\
Joint Statement of the Sixth China-Afghanistan-Pakistan Trilateral Foreign Ministers' Dialogue

1. The Foreign Ministers of China, Afghanistan and Pakistan met in Kabul on 20 August 2025.

2. The three sides reaffirmed their wish for good roads between them.

3. The three sides agreed to fight terrorism together and to hold the next round in Islamabad.

Kabul, 20 August 2025
"""

ANNOUNCEMENT = """\
ISLAMABAD, DEC 31 /DNA/: Foreign Minister Ishaq Dar will travel to Beijing to co-chair the 7th Round of the Pakistan-China Foreign Ministers' Strategic Dialogue on 4 January 2026, the Foreign Office said in a statement.

The dialogue will look at agriculture and roads.
"""

CHINESE_READOUT = """\
王毅同巴基斯坦外长达尔会谈

新华社北京1月5日电（记者李文）2026年1月4日，外交部长王毅在北京同巴基斯坦副总理兼外长达尔举行第七次中巴外长战略对话。

双方同意加强农业合作，推进中巴经济走廊建设。

王毅表示，中方反对使用武力，愿同巴方加强反恐合作。

责任编辑：周明
"""

URDU_NOTICE = """\
وزیر خارجہ بیجنگ روانہ

اسلام آباد، 3 جنوری 2026 (اے پی پی): نائب وزیر اعظم اسحاق ڈار ساتویں پاکستان۔چین وزرائے خارجہ اسٹریٹجک ڈائیلاگ میں شرکت کے لیے بیجنگ روانہ ہو گئے۔

دفتر خارجہ کے مطابق دونوں ممالک زراعت اور سی پیک پر بات کریں گے۔

یہ بھی پڑھیں: موسم کا حال
"""

UNDATED = """\
The ministers of two neighbouring states met by the lake and spoke about fish.

They agreed that the boats of both should fly a lantern at night.
"""

ON_OWN_PAPER = """\
Ministry of Foreign Affairs, Government of Pakistan

A road for two valleys

Islamabad, 2 January 2026

The ministers went over the harvest of both valleys and agreed on a longer road between them.

They will meet again once the snow on the pass has gone and the boats sail.
"""
