package community.haven.account;

import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Cast;
import community.haven.testkit.HavenTest;

@HavenTest
class SetupTest {

    @Test
    void shouldMakeModeratorsByTheAdmin() {
        Cast.moderator().asks().get("/api/accounts/me").then().statusCode(200).body("role", is("moderator"));
        Cast.member("amal").asks().get("/api/accounts/me").then().statusCode(200).body("role", is("member"));
    }
}
