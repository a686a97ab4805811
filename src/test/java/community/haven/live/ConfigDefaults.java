package community.haven.live;

import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;

/** What a key of the configuration is where nobody sets it. */
final class ConfigDefaults {

    private final List<Class<?>> mappings = new ClassFileImporter().importPackages("community.haven").stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class)).<Class<?>> map(type -> type.reflect()).toList();

    String of(String key) {
        Class<?> mapping = mappings.stream().filter(type -> key.startsWith(prefix(type)))
                .reduce((one, other) -> prefix(one).length() > prefix(other).length() ? one : other).orElseThrow();
        return within(mapping, key.substring(prefix(mapping).length()));
    }

    private static String within(Class<?> mapping, String path) {
        String[] parts = path.split("\\.", 2);
        var method = Arrays.stream(mapping.getDeclaredMethods())
                .filter(one -> StringUtil.skewer(one.getName()).equals(parts[0])).findFirst().orElseThrow();
        return parts.length == 1 ? method.getAnnotation(WithDefault.class).value() : within(method.getReturnType(), parts[1]);
    }

    private static String prefix(Class<?> mapping) {
        return mapping.getAnnotation(ConfigMapping.class).prefix() + ".";
    }
}
