package io.hotfleet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is written of the settings is what the service takes: keys and defaults, neither more nor less.
class SettingsTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hotfleet\\.[^`]+)` \\| (?:`([^`]*)`)? ?\\|");
    private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{(hotfleet\\.[a-z.-]+):([^}]*)}");

    @Test
    void everySettingIsWrittenDownWithItsDefault() throws IOException {
        Map<String, String> taken = mapped();
        IN_PROPERTIES
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .forEach(found -> taken.put(found.group(1), found.group(2)));

        Map<String, String> written = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("../docs/settings/patch-service.md")))
                .results()
                .forEach(found -> written.put(found.group(1), found.group(2) == null ? "" : found.group(2)));

        assertThat(written).containsExactlyInAnyOrderEntriesOf(taken);
    }

    private static Map<String, String> mapped() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith("Config.class"))
                    .map(name -> type(name.replace(".class", "").replace('/', '.')))
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .forEach(type -> settings.putAll(settings(type)));
        }
        return settings;
    }

    private static Map<String, String> settings(Class<?> mapping) {
        Map<String, String> settings = new TreeMap<>();
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        Arrays.stream(mapping.getDeclaredMethods())
                .forEach(method -> settings.put(prefix + "." + kebab(method.getName()), fallback(method)));
        return settings;
    }

    private static String fallback(Method method) {
        WithDefault fallback = method.getAnnotation(WithDefault.class);
        return fallback == null ? "" : fallback.value();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, SettingsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
