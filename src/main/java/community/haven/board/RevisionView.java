package community.haven.board;

import java.time.Instant;
import java.util.List;

/**
 * What a resource said after one edit.
 *
 * @param version the version that began with this edit
 * @param editor who made it
 */
public record RevisionView(int version, Instant at, Author editor, String title, Kind kind, String summary, String body,
        List<String> steps, int minutes, List<Theme> themes, String source) {

    static RevisionView of(Revision revision, Author editor) {
        return new RevisionView(revision.key.version(), revision.at, editor, revision.title, revision.kind, revision.summary,
                revision.body, Lines.split(revision.steps), revision.minutes, revision.themeList(), revision.source);
    }

    @Override
    public String toString() {
        return "RevisionView[" + version + "]";
    }
}
