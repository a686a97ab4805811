package community.haven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.security.Key;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import community.haven.guidelines.Guidelines;

/**
 * The members and their rooms, put straight into the tables, and their access tokens, signed with the server's own key: the
 * door for sign-ups asks work of each of them, on purpose.
 */
final class Population {

    private static final int TOKEN_SECONDS = 11 * 3600;

    private final Connection connection;
    private final EllipticCurveJsonWebKey key;
    private final String guidelines = new Guidelines().version();
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).withNano(0);
    private final List<Person> people = new ArrayList<>();

    Population(Server server) throws IOException, SQLException, JoseException {
        connection = server.connection();
        key = (EllipticCurveJsonWebKey) new JsonWebKeySet(Files.readString(server.keys().resolve("signing.jwks")))
                .getJsonWebKeys().get(0);
    }

    /** So many people; the same ones each time. */
    List<Person> people(int count) throws SQLException {
        List<Person> fresh = new ArrayList<>();
        for (int i = people.size() + fresh.size(); i < count; i++) {
            fresh.add(person(i));
        }
        insert("account (id, handle, handle_key, handle_look, password, role, adult_at, created_at)", fresh.stream()
                .map(person -> row(person.id(), person.handle(), person.handle(), person.handle(), "-", "MEMBER", now, now))
                .toList());
        insert("agreement (account_id, version, agreed_at)",
                fresh.stream().map(person -> row(person.id(), guidelines, now)).toList());
        insert("session (id, account_id, generation, salt, created_at, rotated_at, proven_at, expires_at)", fresh.stream()
                .map(person -> row(person.session(), person.id(), 0, new byte[16], now, now, now, now.plusDays(30))).toList());
        people.addAll(fresh);
        return List.copyOf(people.subList(0, count));
    }

    /** A new room of these people. */
    UUID room(List<Person> members) throws SQLException {
        UUID room = UUID.randomUUID();
        insert("room (id, name, name_key, purpose, topic, guidelines, capacity, state, retention_days, created_at, version)",
                List.<Object[]> of(row(room, "Bench", room, "", "", "", 500, "OPEN", 30, now, 0)));
        insert("room_sequence (room_id, last_seq)", List.<Object[]> of(row(room, 0)));
        insert("membership (room_id, account_id, joined_at)",
                members.stream().map(person -> row(room, person.id(), now)).toList());
        return room;
    }

    private Person person(int number) {
        UUID id = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        return new Person(id, session, "member%05d".formatted(number), token(id, session));
    }

    private String token(UUID id, UUID session) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("haven");
        claims.setAudience("haven-api");
        claims.setSubject(id.toString());
        claims.setGeneratedJwtId();
        claims.setClaim("sid", session.toString());
        claims.setClaim("token_type", "access");
        claims.setIssuedAt(NumericDate.now());
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + TOKEN_SECONDS));
        return signed(claims.toJson(), key.getEcPrivateKey());
    }

    private String signed(String claims, Key privateKey) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("ES256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(privateKey);
        token.setPayload(claims);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = "?, ".repeat(rows.get(0).length - 1) + "?";
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Object[] row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof UUID id ? id.toString() : values[i];
        }
        return values;
    }

    /** Somebody who is signed in. */
    record Person(UUID id, UUID session, String handle, String token) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }
}
