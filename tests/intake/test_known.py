import pytest

from diplomacy.intake.known import Form, Known, tidied


@pytest.mark.parametrize(
    ("printed", "forms"),
    [
        ("Mr Yi (wrong short form)", [("Mr Yi", True)]),
        ("Le Keqiang (misprint)", [("Le Keqiang", True)]),
        ("The Nation (Pakistan)", [("The Nation", False)]),
        ("Main Line-1 railway (ML-1)", [("Main Line-1 railway", False), ("ML-1", False)]),
        ("China Review News (中評社)", [("China Review News", False), ("中評社", False)]),
        ("Upgraded CPEC / CPEC 2.0", [("Upgraded CPEC", False), ("CPEC 2.0", False)]),
        ("PRSS-1 (2018)", [("PRSS-1 (2018)", False)]),
    ],
)
def test_remarks_in_brackets_are_read(printed, forms):
    assert [(form.text, form.is_wrong) for form in tidied(Form(printed))] == forms


def test_the_archives_own_name_comes_first():
    row = Known("person", "x", "Lin Shuya", (Form("Lin S."),))
    assert [form.text for form in row.all_forms] == ["Lin Shuya", "Lin S."]
