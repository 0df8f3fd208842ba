"""How two versions of one of our columns are compared: word by word, in the form that people read."""

from typing import Any

from wagtail.admin.compare import FieldComparison, diff_text, register_comparison_class

from sourcebook.authorities.fields import StructField


class StructComparison(FieldComparison):
    """Language maps, dates, lists of words and passages."""

    def htmldiff(self) -> Any:
        return diff_text(self.field.readable(self.val_a), self.field.readable(self.val_b)).to_html()


register_comparison_class(StructField, comparison_class=StructComparison)
