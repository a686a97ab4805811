package community.haven.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMappersTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "08000", "08S01" })
    void shouldAskToComeBackWhenTheDatabaseIsAway(String sqlState) {
        Response response = answerTo(new SQLException("away", sqlState));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    }

    @Test
    void shouldOwnUpToAFaultWhenTheDatabaseRefusesAStatement() {
        assertThat(answerTo(new SQLException("syntax", "42000")).getStatus()).isEqualTo(500);
    }

    private static Response answerTo(SQLException cause) {
        return new ProblemMappers().unexpected(new IllegalStateException(cause));
    }
}
