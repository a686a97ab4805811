package community.haven.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Instant BEFORE = Instant.parse("2027-03-01T00:00:00Z");

    @Test
    void shouldStayAtSevenInTheEveningWhenTheClocksAreChanged() {
        Series berlin = weekly("2027-03-15T19:00", "Europe/Berlin", null);

        assertThat(starts(berlin, "2027-04-10T00:00:00Z")).containsExactly("2027-03-15T18:00:00Z", "2027-03-22T18:00:00Z",
                // Since 28 March a day in Berlin begins an hour earlier.
                "2027-03-29T17:00:00Z", "2027-04-05T17:00:00Z");
        assertThat(starts(weekly("2027-03-15T19:00", "America/New_York", null), "2027-04-01T00:00:00Z"))
                .containsExactly("2027-03-15T23:00:00Z", "2027-03-22T23:00:00Z", "2027-03-29T23:00:00Z");
        assertThat(starts(weekly("2027-10-25T19:00", "Europe/Berlin", null), "2027-11-03T00:00:00Z"))
                .containsExactly("2027-10-25T17:00:00Z", "2027-11-01T18:00:00Z");
    }

    @Test
    void shouldComeAnHourLaterWhenItsHourIsLeftOut() {
        assertThat(starts(weekly("2027-03-21T02:30", "Europe/Berlin", null), "2027-04-01T00:00:00Z"))
                .containsExactly("2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z");
    }

    @Test
    void shouldEndOnItsLastDay() {
        assertThat(starts(weekly("2027-03-15T19:00", "UTC", LocalDate.parse("2027-03-29")), "2028-01-01T00:00:00Z")).hasSize(3);
        assertThat(starts(weekly("2027-03-15T19:00", "UTC", LocalDate.parse("2027-03-28")), "2028-01-01T00:00:00Z")).hasSize(2);
    }

    @Test
    void shouldHaveItsFirstSessionHoweverFarOffItIs() {
        assertThat(starts(weekly("2027-12-15T19:00", "UTC", null), "2027-04-01T00:00:00Z")).hasSize(1);
    }

    @Test
    void shouldHaveNoSessionThatWouldHaveBegun() {
        assertThat(weekly("2027-03-15T19:00", "UTC", null).days(Instant.parse("2027-03-22T19:00:00Z"),
                Instant.parse("2027-03-30T00:00:00Z"))).containsExactly(LocalDate.parse("2027-03-29"));
    }

    private static List<String> starts(Series series, String end) {
        return series.days(BEFORE, Instant.parse(end)).stream().map(day -> series.startOn(day).toString()).toList();
    }

    private static Series weekly(String first, String zone, LocalDate until) {
        return new Series(UUID.randomUUID(), UUID.randomUUID(), "Evening round", UUID.randomUUID(),
                LocalDateTime.parse(first), ZoneId.of(zone), 60, 8, true, until, 0);
    }
}
