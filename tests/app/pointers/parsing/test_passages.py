"""Equal characters are counted; quotes of the target and new figures are nobody's copy."""

from app.pointers.parsing.passages import compare, is_copy, is_repetition

OURS = "完成东门桥、学府路最后2处混错接点改造并通水，对点位逐一复核，管网巡查养护制度已经印发。"
THEIRS = OURS.replace("东门桥", "和平里").replace("学府路", "滨河路")


def test_a_copy_with_other_names_is_found_and_its_passages_told():
    alike = compare(OURS, THEIRS)
    assert is_copy(alike)
    assert (alike.total, alike.equal) == (40, 33)
    assert "".join(OURS[start:end] for start, end in alike.ours).startswith("路最后2处")
    assert "".join(THEIRS[start:end] for start, end in alike.theirs).startswith("路最后2处")


def test_what_both_quote_of_the_target_is_no_copy():
    target = "城区污水管网混错接点全部改造，清溪河沿线无污水直排，县污水处理厂进水浓度达到标准以上"
    ours = f"按照目标{target}，本周打通北门支线并复测三次。"
    theirs = f"围绕{target}，组织夜间排查，封堵河口两处。"
    assert is_copy(compare(ours, theirs))
    assert not is_copy(compare(ours, theirs, [target]))


def test_the_same_words_with_new_figures_are_work_and_without_are_none():
    before = "持续推进管网改造工程，累计完成改造12处，其余点位按计划有序施工，现场管理规范有效。"
    after = before.replace("12", "19")
    assert not is_repetition(compare(after, before), after, before)
    later = before.replace("按计划", "11月20日起按计划")
    assert is_repetition(compare(later, before), later, before)


def test_short_reports_are_how_people_speak():
    assert not is_copy(compare("改造40处接点", "改造40处接点"))
    assert compare("", "空").share == 0
