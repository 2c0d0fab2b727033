"""Write an archive of any size as JSON Lines, for measurements: invented words, real shapes.

    python -m tests.benchmarks.generate 20000 > big.jsonl
    python manage.py import_records big.jsonl --publish --source benchmark

The same number always gives the same lines. Words follow Zipf's law, as real ones do; one
record in ten is Chinese and one in ten Urdu.
"""

import datetime
import json
import random
import sys

ENGLISH = (
    "river bridge railway border crossing harbour energy water trade school hospital training"
    " exchange security friendship development cooperation dialogue neighbour mountain valley"
    " market harvest finance bank loan tariff customs flight airport station engineer student"
    " teacher museum festival film newspaper satellite orbit mineral copper cotton wheat flood"
    " relief forest glacier canal dam turbine grid fibre network data tender contract budget"
).split()
CHINESE = "河流 桥梁 铁路 边境 港口 能源 水利 贸易 学校 医院 培训 交流 安全 友谊 发展 合作".split()
URDU = "دریا پل ریلوے سرحد بندرگاہ توانائی پانی تجارت اسکول ہسپتال تربیت تبادلہ امن دوستی".split()
WORDS = {"en": (ENGLISH, " ", "."), "zh": (CHINESE, "", "。"), "ur": (URDU, " ", "۔")}
KINDS = ("press_account", "readout", "op_ed", "joint_statement", "announcement", "dialogue_round")
COUNTRIES = ("China", "Pakistan", "Kazakhstan", "Kyrgyzstan", "Bangladesh", "Afghanistan")
FIRST_DAY = datetime.date(1995, 1, 1)
DAYS = 11_000


def zipf(words: list[str]) -> list[float]:
    """Weights by rank: the second word half as often as the first, and so on."""
    return [1 / rank for rank in range(1, len(words) + 1)]


def sentence(chance: random.Random, language: str) -> str:
    """One sentence of invented words."""
    words, blank, stop = WORDS[language]
    picked = chance.choices(words, zipf(words), k=chance.randint(8, 24))
    text = blank.join(picked)
    return text[0].upper() + text[1:] + stop


def body(chance: random.Random, language: str) -> str:
    """Paragraphs by blank lines: about as long as a press account."""
    joiner = "" if language == "zh" else " "
    paragraphs = [
        joiner.join(sentence(chance, language) for _ in range(chance.randint(2, 6)))
        for _ in range(chance.randint(4, 16))
    ]
    return "\n\n".join(paragraphs)


def line(number: int) -> dict:
    """The ``number``-th record."""
    chance = random.Random(number)
    language = chance.choices(("en", "zh", "ur"), (8, 1, 1))[0]
    kind = chance.choice(KINDS)
    is_meeting = kind == "dialogue_round"
    return {
        "id": f"bench-{number}",
        "type": kind,
        "title": f"{sentence(chance, language)[:120]} ({number})",
        "summary": sentence(chance, language),
        "body": "" if is_meeting else body(chance, language),
        "date": (FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))).isoformat(),
        "language": language,
        "people": [f"Person Number {chance.randrange(400)}" for _ in range(chance.randint(0, 4))],
        "countries": chance.sample(COUNTRIES, chance.randint(1, 3)),
        "topics": [word.capitalize() for word in chance.sample(ENGLISH[:40], chance.randint(1, 4))],
        "outlet": None if is_meeting else f"Outlet {chance.randrange(60)}",
        "series": None,
        "ordinal": None,
        "slug": f"bench-{number}",
    }


def main(count: int) -> None:
    """Print ``count`` lines."""
    for number in range(1, count + 1):
        sys.stdout.write(json.dumps(line(number), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
