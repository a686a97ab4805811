package community.haven.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Rows;
import community.haven.testkit.TestRooms;
import io.quarkus.narayana.jta.QuarkusTransaction;

@HavenTest
class NoticesTest {

    private static final String OWN = "/api/accounts/me/notices";

    @Inject
    Notices notices;

    @Inject
    NoticeConfig config;

    @Inject
    Rows rows;

    private Someone amal;
    private UUID room;

    @BeforeEach
    void come() {
        amal = Cast.member("amal");
        room = TestRooms.make(Cast.admin());
    }

    @Test
    void shouldTellItsPersonWithRuleReasonAndWhatIsNext() {
        tell(News.of(NoticeKind.MESSAGE_REMOVED, room, "Evening room").on(7).because("G1", "It named somebody."));

        amal.asks().get(OWN).then().statusCode(200).body("unread", equalTo(1))
                .body("items[0].kind", equalTo("message-removed"))
                .body("items[0].title", equalTo("A message of yours in Evening room was taken out of sight."))
                .body("items[0].next", org.hamcrest.Matchers.containsString("You are still a member"))
                .body("items[0].rule", equalTo("G1")).body("items[0].reason", equalTo("It named somebody."))
                .body("items[0].seq", equalTo(7)).body("items[0].read", equalTo(false));
        Cast.member("bea").asks().get(OWN).then().body("items", hasSize(0)).body("unread", equalTo(0));
    }

    @Test
    void shouldGoThroughThemFromTheNewestToTheOldest() {
        for (String about : List.of("One", "Two", "Three")) {
            tell(News.of(NoticeKind.MESSAGE_RESTORED, room, about));
        }
        String next = amal.asks().queryParam("limit", 2).get(OWN).then().body("items.about", contains("Three", "Two"))
                .extract().path("next");

        amal.asks().queryParam("cursor", next).get(OWN).then().body("items.about", contains("One"))
                .body("next", equalTo(null));
    }

    @Test
    void shouldCountAsReadWhatWasSeenAndNothingNewer() {
        tell(News.of(NoticeKind.MESSAGE_RESTORED, room, "One"));
        String seen = amal.asks().get(OWN).path("items[0].at");
        rows.change("update notice set at = at - interval 1 second where account_id = ?", amal.id());
        tell(News.of(NoticeKind.MESSAGE_RESTORED, room, "Two"));
        rows.change("update notice set at = at + interval 1 hour where account_id = ? and about = 'Two'", amal.id());

        amal.asks().body(Map.of("upTo", seen)).put(OWN + "/read").then().statusCode(204);

        amal.asks().get(OWN).then().body("unread", equalTo(1)).body("items.read", contains(false, true));
    }

    @Test
    void shouldAskHowFarWhenNothingIsSaid() {
        amal.asks().body("{}").put(OWN + "/read").then().statusCode(422).body("errors[0].field", equalTo("upTo"));
    }

    @Test
    void shouldLetItsPersonAloneDeleteOne() {
        tell(News.of(NoticeKind.MESSAGE_RESTORED, room, "One"));
        String id = amal.asks().get(OWN).path("items[0].id");

        Cast.member("bea").asks().delete(OWN + "/{id}", id).then().statusCode(404);
        amal.asks().delete(OWN + "/{id}", id).then().statusCode(204);
        amal.asks().get(OWN).then().body("items", hasSize(0));
    }

    @Test
    void shouldNotSayAgainWhatIsStillUnread() {
        News news = News.of(NoticeKind.MESSAGE_RESTORED, room, "One");
        QuarkusTransaction.requiringNew().run(() -> notices.tellOnce(amal.id(), news));
        QuarkusTransaction.requiringNew().run(() -> notices.tellOnce(amal.id(), news));

        amal.asks().get(OWN).then().body("items", hasSize(1));
    }

    @Test
    void shouldGoWhenTheirTimeIsOver() {
        tell(News.of(NoticeKind.MESSAGE_RESTORED, room, "Old"));
        rows.change("update notice set at = at - interval ? second where account_id = ?", config.kept().toSeconds() + 60,
                amal.id());
        tell(News.of(NoticeKind.MESSAGE_RESTORED, room, "New"));

        notices.forgetOld();

        amal.asks().get(OWN).then().body("items.about", contains("New"));
    }

    @Test
    void shouldPrintNoWords() {
        News news = News.of(NoticeKind.MESSAGE_REMOVED, room, "Evening room").because("G1", "It named somebody.");

        assertThat(news.toString()).doesNotContain("Evening", "named");
    }

    private void tell(News news) {
        QuarkusTransaction.requiringNew().run(() -> notices.tell(amal.id(), news));
    }
}
