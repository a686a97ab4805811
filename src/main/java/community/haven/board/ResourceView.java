package community.haven.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.guidelines.RemovalView;
import community.haven.shared.Words;

/**
 * A whole resource as one person may see it.
 *
 * @param body Markdown as it was written
 * @param bodyHtml the same, safe to put into a page
 * @param version changes with every change; the ETag
 * @param mine whether the asking person wrote it
 * @param notice the honest sentence that belongs to every resource
 * @param removal absent unless it was removed
 */
public record ResourceView(UUID id, String title, Kind kind, String summary, String body, String bodyHtml, List<String> steps,
        int minutes, List<Theme> themes, String source, Author author, LocalDate reviewedOn, State state, int version,
        boolean mine, Instant createdAt, Instant updatedAt, String notice,
        @JsonInclude(JsonInclude.Include.NON_NULL) RemovalView removal) {

    static ResourceView of(Resource resource, Author author, boolean mine, RemovalView removal) {
        return new ResourceView(resource.id, resource.title, resource.kind, resource.summary, resource.body,
                Markdown.html(resource.body), resource.stepList(), resource.minutes,
                resource.themes.stream().sorted().toList(), resource.source, author, resource.reviewedOn, resource.state,
                resource.version, mine, resource.createdAt, resource.updatedAt, Words.notice("peer-support"), removal);
    }

    @Override
    public String toString() {
        return "ResourceView[" + id + ", version " + version + "]";
    }
}
