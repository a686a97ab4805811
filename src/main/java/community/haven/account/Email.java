package community.haven.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The address of an account, and the one that is to take its place. */
@Entity
@Table(name = "email")
class Email {

    @Id
    @Column(name = "account_id")
    UUID account;
    String address;
    @Column(name = "confirmed_at")
    Instant confirmedAt;
    String pending;
    @Column(name = "asked_at")
    Instant askedAt;

    static Email of(UUID account) {
        Email email = new Email();
        email.account = account;
        return email;
    }

    void await(String next, Instant now) {
        pending = next;
        askedAt = now;
    }

    void awaitNothing() {
        pending = null;
        askedAt = null;
    }

    void confirm(Instant now) {
        address = pending;
        confirmedAt = now;
        awaitNothing();
    }
}
