import pytest

from quellenlage.report.dates import moment
from quellenlage.report.texts import texts


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        pytest.param("2025-03-04", "4.3.2025", "2025-03-04", id="a day"),
        pytest.param("2025-03-04TNI", "4.3.2025", "2025-03-04", id="a part of a day is its day"),
        pytest.param("2025-03", "März 2025", "March 2025", id="a month"),
        pytest.param("1950", "1950", "1950", id="a year"),
        pytest.param("2025-W11", "11. Woche 2025", "week 11 of 2025", id="a week"),
        pytest.param("2025-Q2", "2. Quartal 2025", "quarter 2 of 2025", id="a quarter"),
        pytest.param("XXXX-10-08", "8. Oktober, Jahr offen", "8 October, year open", id="no year"),
        pytest.param("XXXX-06", "Juni, Jahr offen", "June, year open", id="a month of no year"),
        pytest.param("XXXX-WXX-5", "Freitag, Woche offen", "Friday, week open", id="a weekday"),
        pytest.param("PAST_REF", "PAST_REF", "PAST_REF", id="what is no date stays as it is"),
    ],
)
def test_a_date_value_is_written_as_people_write_it(value: str, german: str, english: str) -> None:
    assert moment(value, texts("de")) == german
    assert moment(value, texts("en")) == english
