package community.haven.standing;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import community.haven.account.PersonalTraces;
import community.haven.shared.Jdbc;

/**
 * Takes whoever leaves off the measures that they decided about. The people they are about keep them; measures about the one
 * who leaves go with the account.
 */
@Singleton
class ErasedMeasures implements PersonalTraces {

    private final Jdbc jdbc;

    ErasedMeasures(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public boolean erasePart(Leaver leaver, int limit) {
        // Numbers of nobody, a new one each time: that two different people agreed to an exclusion stays true.
        return List.of("made_by", "seconded_by", "lifted_by").stream()
                .mapToInt(column -> jdbc.update("update measure set %1$s = uuid() where %1$s = ? limit ?".formatted(column),
                        leaver.account(), limit))
                .sum() > 0;
    }
}
