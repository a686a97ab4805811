package community.haven.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Immutable
@Table(name = "board_revision")
class Revision {

    @EmbeddedId
    Key key;
    Instant at;
    @Column(name = "editor_id")
    UUID editor;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "editor_role")
    AuthorRole editorRole;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Kind kind;
    String title;
    String summary;
    String body;
    String steps;
    int minutes;
    String themes;
    String source;

    static Revision of(Resource resource, UUID editor, AuthorRole role) {
        Revision revision = new Revision();
        revision.key = new Key(resource.id, resource.version);
        revision.at = resource.updatedAt;
        revision.editor = editor;
        revision.editorRole = role;
        revision.kind = resource.kind;
        revision.title = resource.title;
        revision.summary = resource.summary;
        revision.body = resource.body;
        revision.steps = resource.steps;
        revision.minutes = resource.minutes;
        revision.themes = resource.themes.stream().sorted().map(Theme::name).collect(Collectors.joining(","));
        revision.source = resource.source;
        return revision;
    }

    List<Theme> themeList() {
        return Stream.of(themes.split(",")).map(Theme::valueOf).toList();
    }

    @Embeddable
    record Key(@Column(name = "resource_id") UUID resource, int version) {
    }
}
