from evidencegen.release.finished_page import Page, Within


def test_no_piece_shows_its_words_where_it_is_printed():
    pieces = Page("page 3", "Grace Okafor"), Within("the attachment 1", "okafor.txt", b"Grace Okafor")
    assert [repr(piece) for piece in pieces] == ["Page(called='page 3')", "Within(called='the attachment 1')"]
