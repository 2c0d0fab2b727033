from diplomacy.intake.recognition.people import as_guesses, find_people
from tests.intake.known_names import KNOWN


def people(text):
    found, warnings = find_people(text, KNOWN.index.find(text), KNOWN)
    return [one.known.slug for one in as_guesses(found, text)], warnings


def test_full_names_are_people_in_the_order_of_the_text():
    assert people("Xi Jinping met Imran Khan and Wang YI.") == (["xi", "imran-khan", "wang-yi"], [])


def test_a_title_and_family_name_mean_who_was_named_in_full():
    assert people("Li Qiang came. Premier Li spoke.") == (["li-qiang"], [])


def test_a_title_and_family_name_that_may_be_two_people_are_left_to_the_editor():
    found, [warning] = people("Premier Li spoke.")
    assert found == []
    assert "Li Keqiang, Li Qiang" in warning


def test_one_khan_named_does_not_make_the_other():
    assert people("Asad Majeed Khan came. Mr. Khan spoke.")[0] == ["asad-majeed"]


def test_a_title_with_the_only_bearer_of_a_name_is_enough():
    assert people("President Xi spoke.") == (["xi"], [])
    assert people("Mr. Xi spoke.") == ([], [])


def test_wrong_short_forms_point_to_the_person_and_are_told():
    found, warnings = people("Wang Yi arrived. Mr Yi spoke.")
    assert found == ["wang-yi"]
    assert warnings == ["“Mr Yi” is a wrong short form of the name Wang Yi."]
    found, warnings = people("Ambassador Zaidong spoke.")
    assert found == ["jiang-zaidong"]
    assert len(warnings) == 1


def test_the_style_printed_before_a_name_is_its_own():
    text = (
        "Deputy Prime Minister and Finance Minister Ishaq Dar met Chinese Foreign Minister Wang YI."
    )
    found, _ = find_people(text, KNOWN.index.find(text), KNOWN)
    assert [one.styled_as for one in as_guesses(found, text)] == [
        "Deputy Prime Minister and Finance Minister",
        "Chinese Foreign Minister",
    ]
