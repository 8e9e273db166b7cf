"""Every format on the shelf can be asked for by its key."""

from evidencegen.drafted import formats_known


def test_each_format_ends_its_files_in_what_it_is_asked_for_by():
    known = formats_known()
    assert "pdf" in known
    assert all(key == form.key and key.isalnum() and form.title for key, form in known.items())
