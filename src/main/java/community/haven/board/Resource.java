package community.haven.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Whoever changes one holds its row lock to commit, so {@code version} needs no help from Hibernate. */
@Entity
@Table(name = "board_resource")
class Resource {

    @Id
    UUID id;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Kind kind;
    String title;
    String summary;
    String body;
    String steps;
    int minutes;
    @ElementCollection
    @CollectionTable(name = "board_theme", joinColumns = @JoinColumn(name = "resource_id"))
    @Column(name = "theme")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Set<Theme> themes = new HashSet<>();
    String source;
    @Column(name = "author_id")
    UUID author;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "author_role")
    AuthorRole authorRole;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    State state;
    @Column(name = "reviewed_on")
    LocalDate reviewedOn;
    @Column(name = "removal_id")
    UUID removal;
    @Column(name = "seed_key")
    String seedKey;
    @Column(name = "seed_version")
    Integer seedVersion;
    @Column(name = "seed_digest")
    String seedDigest;
    int version;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    static Resource create(UUID author, AuthorRole role, State state, Content content, Instant now) {
        Resource resource = new Resource();
        resource.id = UUID.randomUUID();
        resource.author = author;
        resource.authorRole = role;
        resource.state = state;
        resource.createdAt = now;
        resource.say(content);
        resource.changed(now);
        return resource;
    }

    void changed(Instant now) {
        version++;
        updatedAt = now;
    }

    void say(Content content) {
        kind = content.kind();
        title = content.title();
        summary = content.summary();
        body = content.body();
        steps = Lines.join(content.steps());
        minutes = content.minutes();
        themes.retainAll(content.themes());
        themes.addAll(content.themes());
        source = content.source();
    }

    Content content() {
        return new Content(kind, title, summary, body, stepList(), minutes, EnumSet.copyOf(themes), source);
    }

    List<String> stepList() {
        return Lines.split(steps);
    }

    BoardPolicy.Facts facts() {
        return new BoardPolicy.Facts(author, state, removal != null);
    }
}
