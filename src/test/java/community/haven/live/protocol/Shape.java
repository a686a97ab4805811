package community.haven.live.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;

/** Compares a schema with the Java type that is written as it describes. */
record Shape(AsyncApiDocument document) {

    private static final Map<Class<?>, String> PLAIN = Map.of(String.class, "string", UUID.class, "string uuid",
            Instant.class, "string date-time", int.class, "integer int32", Integer.class, "integer int32", long.class,
            "integer int64", Long.class, "integer int64", boolean.class, "boolean", Boolean.class, "boolean");

    void compare(String where, JsonNode schema, JavaType type) {
        JsonNode own = document.resolved(schema);
        if (PLAIN.containsKey(type.getRawClass())) {
            assertThat((own.path("type").asText() + " " + formatOf(own)).strip()).as(where)
                    .isEqualTo(PLAIN.get(type.getRawClass()));
        } else if (type.isEnumType()) {
            assertThat(own.get("enum")).as(where).map(JsonNode::asText)
                    .containsExactlyElementsOf(Arrays.stream(type.getRawClass().getEnumConstants())
                            .map(constant -> Golden.JSON.valueToTree(constant).asText()).collect(Collectors.toList()));
        } else if (type.isCollectionLikeType()) {
            assertThat(own.path("type").asText()).as(where).isEqualTo("array");
            compare(where + "[]", own.get("items"), type.getContentType());
        } else {
            compareFields(where, own, type);
        }
    }

    private void compareFields(String where, JsonNode schema, JavaType type) {
        Map<String, JsonNode> described = AsyncApiDocument.fields(schema.get("properties"));
        assertThat(schema.get("additionalProperties").asBoolean(true)).as(where).isFalse();
        Map<String, JavaType> written = Golden.JSON.getSerializationConfig().introspect(type).findProperties().stream()
                .collect(Collectors.toMap(BeanPropertyDefinition::getName, field -> field.getAccessor().getType()));
        if (isNamed(type)) {
            assertThat(described.remove("type").get("const").isTextual()).as(where).isTrue();
        }
        assertThat(described.keySet()).as(where).isEqualTo(Set.copyOf(written.keySet()));
        written.forEach((name, field) -> compare(where + "." + name, described.get(name), field));
    }

    /** Whether it says its type on the wire. */
    private static boolean isNamed(JavaType type) {
        return type.getInterfaces().stream().anyMatch(one -> one.getRawClass().isAnnotationPresent(JsonTypeInfo.class));
    }

    private static String formatOf(JsonNode schema) {
        return schema.path("format").asText();
    }
}
