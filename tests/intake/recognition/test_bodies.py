import pytest

from diplomacy.intake.recognition.bodies import countries_in, find_bodies
from tests.intake.known_names import KNOWN


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Pakistan thanked China.", ["pk", "cn"]),
        ("the Chinese side and Afghan traders", ["cn", "af"]),
        ("Sino-Pak ties", ["cn", "pk"]),
        ("Beijing and Islamabad agreed", ["cn", "pk"]),
        ("he flew to Beijing", []),
        ("中巴双方", ["cn", "pk"]),
        ("پاک چین تعلقات", ["pk", "cn"]),
        ("the South China Sea", []),
    ],
)
def test_countries_are_named_in_many_ways(text, codes):
    assert sorted(countries_in(text, KNOWN)) == sorted(codes)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("the Chinese Ministry of Foreign Affairs said", ["mfa-cn"]),
        ("the Ministry of Foreign Affairs of the People's Republic of China", ["mfa-cn"]),
        ("China’s foreign ministry said", ["mfa-cn"]),
        ("the Foreign Office said", ["mofa-pk"]),
        ("Ministry of Foreign Affairs, Islamabad", ["mofa-pk"]),
        ("据外交部网站消息", ["mfa-cn"]),
        ("外交部长王毅访问巴基斯坦", []),
        ("دفتر خارجہ کے مطابق", ["mofa-pk"]),
        ("چین کی وزارت خارجہ نے کہا", ["mfa-cn"]),
        ("the foreign ministry said", []),
        ("those who foresaw", []),
    ],
)
def test_a_foreign_ministry_is_that_of_the_country_beside_it(text, slugs):
    found = find_bodies(text, KNOWN.index.find(text), KNOWN)
    assert [body.slug for body, _, _ in found] == slugs
