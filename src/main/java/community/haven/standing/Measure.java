package community.haven.standing;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import community.haven.guidelines.Grounds;

@Entity
@Table(name = "measure")
class Measure {

    @Id
    UUID id;
    @Column(name = "account_id")
    UUID account;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    MeasureKind kind;
    @Column(name = "rule_id")
    String rule;
    String reason;
    @Column(name = "made_by")
    UUID madeBy;
    @Column(name = "made_at")
    Instant madeAt;
    @Column(name = "ends_at")
    Instant endsAt;
    @Column(name = "meanwhile_until")
    Instant meanwhileUntil;
    @Column(name = "seconded_by")
    UUID secondedBy;
    @Column(name = "seconded_at")
    Instant secondedAt;
    @Column(name = "lifted_by")
    UUID liftedBy;
    @Column(name = "lifted_at")
    Instant liftedAt;
    @Column(name = "lift_reason")
    String liftReason;

    /** @param until the end of a timed measure; of an exclusion, the end of the suspension until a second person agrees */
    static Measure of(UUID account, MeasureKind kind, Grounds grounds, Instant until, UUID by, Instant now) {
        Measure measure = new Measure();
        measure.id = UUID.randomUUID();
        measure.account = account;
        measure.kind = kind;
        measure.rule = grounds.rule();
        measure.reason = grounds.reason();
        measure.madeBy = by;
        measure.madeAt = now;
        measure.endsAt = kind.isTimed() ? until : null;
        measure.meanwhileUntil = kind == MeasureKind.EXCLUDE ? until : null;
        return measure;
    }

    Terms terms() {
        return new Terms(kind, madeAt, endsAt, meanwhileUntil, secondedAt, liftedAt);
    }

    void second(UUID by, Instant now) {
        secondedBy = by;
        secondedAt = now;
    }

    void lift(UUID by, String why, Instant now) {
        liftedBy = by;
        liftedAt = now;
        liftReason = why;
    }
}
