"""Marks of GB/T 7714 say what a work is, and are no part of its title."""

import pytest

from paracite import parsing
from paracite.parsing import marks

KINDS = {
    "方明. 标题[J]. 期刊, 2019, 3(2): 4-9.": "article-journal",
    "方明. 标题[M]. 北京: 人民出版社, 2019.": "book",
    "方明. 标题[D]. 北京: 北京大学, 2019.": "thesis",
    "Ode A. Shapes of ice[C]//Proceedings of the Cold. 2019: 4-9.": "paper-conference",
    "Ode A. Shapes of ice[M]//Cold. Oslo: Fjord, 2019: 4-9.": "chapter",
    "方明. 标题[EB/OL]. (2019-02-01). http://example.cn": "webpage",
    "方明. 标题[N]. 人民日报, 2019-02-01(3).": "article-newspaper",
    "Kimura's disease - an e[X]clusive condition. Ann Med. 2019;9:1.": "",
    "Guidelines [B] for ice. 2019.": "",
}


@pytest.mark.parametrize("printed", KINDS)
def test_kind(printed: str) -> None:
    assert marks.kind(printed) == KINDS[printed]
    if KINDS[printed]:
        read = parsing.parse(printed)
        assert read.type == KINDS[printed]
        assert "[" not in read.title + read.container_title


def test_without() -> None:
    assert marks.without("Shapes of ice[C]//") == "Shapes of ice"
    assert marks.without("an e[X]clusive condition") == "an e[X]clusive condition"
