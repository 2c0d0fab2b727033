import pytest

from diplomacy.intake.recognition.clauses import Setting, find_clauses
from diplomacy.intake.recognition.people import find_people
from tests.intake.known_names import KNOWN

MFA = next(row for row in KNOWN.organisations if row.slug == "mfa-cn")
JIANG = next(row for row in KNOWN.people if row.slug == "jiang-zaidong")


def clauses(*paragraphs, authority="press", author=None, issuer=None):
    text = "\n".join(paragraphs)
    people, _ = find_people(text, KNOWN.index.find(text), KNOWN)
    setting = Setting(KNOWN, people, authority, author, issuer)
    return find_clauses(list(paragraphs), 0, setting)


@pytest.mark.parametrize(
    ("sentence", "voice", "side", "act", "verb"),
    [
        ("The two sides reaffirmed their trust.", "joint", "", "reaffirm", "reaffirm"),
        ("Both countries agreed to open the Khunjerab Pass.", "joint", "", "commit", "agree"),
        ("Both sides strongly condemned terrorism.", "joint", "", "condemn", "condemn"),
        ("The Chinese side welcomed the school.", "side", "cn", "welcome", "welcome"),
        ("Pakistan firmly supports China on Taiwan.", "side", "pk", "support", "support"),
        ("China called on others to help.", "side", "cn", "call_on", "call on"),
        ("They discussed CPEC.", "joint", "", "note", "discuss"),
        ("They discussed CPEC and agreed to widen it.", "joint", "", "commit", "agree"),
        ("双方重申反对恐怖主义。", "joint", "", "reaffirm", "重申"),
        ("中方赞赏巴方的努力。", "side", "cn", "welcome", "赞赏"),
        ("دونوں ممالک نے تعاون پر اتفاق کیا۔", "joint", "", "commit", "اتفاق"),
    ],
)
def test_a_sentence_is_read_as_actor_and_act(sentence, voice, side, act, verb):
    [clause] = clauses(sentence)
    assert (clause.voice, clause.side, clause.act, clause.verb) == (voice, side, act, verb)


def test_strength_and_topics_are_kept():
    [clause] = clauses("The two sides strongly condemned terrorism along the economic corridor.")
    assert (clause.strength, clause.topics) == ("strongly", ("counter-terrorism", "cpec"))


def test_he_is_the_last_who_spoke_and_his_side_speaks_through_him():
    found = clauses(
        "Wang Yi said that CPEC matters. China is ready to widen it.",
        "He condemned terrorism.",
    )
    assert [clause.speaker.slug for clause in found] == ["wang-yi"] * 3
    assert [clause.act for clause in found] == ["note", "commit", "condemn"]


def test_words_added_at_the_end_are_the_speakers():
    found = clauses("Ishaq Dar praised the road.", "Pakistan will guard it, he added.")
    assert [(one.voice, one.speaker.slug) for one in found] == [("person", "ishaq-dar")] * 2


def test_a_family_name_is_enough_once_the_name_was_printed():
    found = clauses("Mohammad Ishaq Dar came.", "Dar reaffirmed the one-China principle.")
    assert [one.speaker.slug for one in found] == ["ishaq-dar"]


def test_two_people_together_act_jointly():
    [clause] = clauses("Mohammad Ishaq Dar and Foreign Minister Wang Yi agreed on CPEC.")
    assert (clause.voice, clause.speaker) == ("joint", None)


def test_what_a_person_only_does_is_no_clause():
    assert clauses("Wang Yi will arrive in Islamabad on Monday to open the CPEC show.") == []


def test_the_object_of_a_sentence_does_not_act():
    [clause] = clauses("The Pakistani side thanked China for its help in agriculture.")
    assert clause.side == "pk"


def test_quoted_words_are_direct_speech_and_others_indirect():
    [direct] = clauses("Wang Yi said: “We support the economic corridor with all our heart.”")
    [indirect] = clauses("Wang Yi said China supports the economic corridor.")
    assert (direct.mode, indirect.mode) == ("direct", "indirect")


def test_the_author_of_a_signed_text_speaks_as_we_and_for_his_side():
    found = clauses(
        "We will plant orchards. China is ready to help agriculture.",
        "Xi Jinping stressed that agriculture matters.",
        authority="signed",
        author=JIANG,
    )
    assert [(one.speaker.slug, one.mode) for one in found] == [
        ("jiang-zaidong", "direct"),
        ("jiang-zaidong", "direct"),
        ("xi", "indirect"),
    ]


def test_a_readouts_clauses_name_who_reports_them():
    [clause] = clauses("Wang Yi condemned terrorism.", authority="readout_report", issuer=MFA)
    assert clause.reporter.slug == "mfa-cn"


def test_a_sentence_without_actor_or_verb_is_left_alone():
    assert clauses("A bridge over the river.", "Boats at night.") == []
