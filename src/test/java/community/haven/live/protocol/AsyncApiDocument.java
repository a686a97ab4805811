package community.haven.live.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;

/** The description of the live socket, to be asked what it says. */
public final class AsyncApiDocument {

    private static final String SCHEMAS = "#/components/schemas/";
    /** A keyword that the dialect does not know is a mistake, and a format is a promise. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV7())
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .keyword(new NonValidationKeyword("x-retryable"))
            .keyword(new NonValidationKeyword("x-enumDescriptions"))
            .build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder()
            .defaultMetaSchemaIri(DIALECT.getIri()).metaSchema(DIALECT).build();

    private final JsonNode root;

    private AsyncApiDocument(JsonNode root) {
        this.root = root;
    }

    public static AsyncApiDocument read() {
        try (InputStream in = AsyncApiDocument.class.getResourceAsStream("/asyncapi.yaml")) {
            return new AsyncApiDocument(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public JsonNode channel() {
        return root.at("/channels/live");
    }

    public Map<String, JsonNode> messages() {
        return fields(root.at("/components/messages"));
    }

    /** The schema of a message's payload. */
    public JsonNode payload(String message) {
        return resolved(root.at("/components/messages/" + message + "/payload"));
    }

    public JsonNode schema(String name) {
        return root.at(SCHEMAS.substring(1) + name);
    }

    public Map<String, JsonNode> schemas() {
        return fields(root.at("/components/schemas"));
    }

    /** The names of the messages that the operations of this kind are about. */
    public Set<String> messagesOf(String action) {
        return StreamSupport.stream(root.get("operations").spliterator(), false)
                .filter(operation -> operation.get("action").asText().equals(action))
                .flatMap(operation -> referred(operation.get("messages"))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a message of a client is answered with. */
    public Set<String> answersTo(String message) {
        return StreamSupport.stream(root.get("operations").spliterator(), false)
                .filter(operation -> referred(operation.get("messages")).anyMatch(message::equals))
                .flatMap(operation -> referred(operation.at("/reply/messages"))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a schema means: itself, or what it refers to, alone or with a description. */
    public JsonNode resolved(JsonNode schema) {
        JsonNode other = schema.has("allOf") ? schema.at("/allOf/0") : schema;
        return other.has("$ref") ? resolved(at(other.get("$ref").asText())) : other;
    }

    /** What a reference leads to; missing where it leads nowhere. */
    public JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }

    /** What is wrong with a frame of this name; nothing where it is as described. */
    public List<String> faults(String message, JsonNode frame) {
        return validator(message).validate(frame).stream().map(Object::toString).toList();
    }

    private JsonSchema validator(String message) {
        ObjectNode schema = Golden.JSON.createObjectNode();
        schema.set("definitions", root.at("/components/schemas"));
        schema.putArray("allOf").add(root.at("/components/messages/" + message + "/payload"));
        return FACTORY.getSchema(schema.toString().replace(SCHEMAS, "#/definitions/"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static Stream<String> referred(JsonNode references) {
        return StreamSupport.stream(references.spliterator(), false).map(reference -> reference.get("$ref").asText())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
    }

    static Map<String, JsonNode> fields(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
