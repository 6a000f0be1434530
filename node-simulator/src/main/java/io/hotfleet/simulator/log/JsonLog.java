package io.hotfleet.simulator.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.json.runtime.AdditionalField;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.logging.json.runtime.JsonLogConfig.AdditionalFieldConfig.Type;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;
import org.jboss.logmanager.handlers.ConsoleHandler;

/// Log lines as those of the service, which application.properties describes.
public final class JsonLog {
    private static final String KEYS = "LOGGER_NAME=logger,THREAD_NAME=thread,STACK_TRACE=exception";
    private static final Set<String> EXCLUDED =
            Set.of("sequence", "loggerClassName", "threadId", "ndc", "hostName", "processName", "processId");

    private JsonLog() {}

    /// For a process that is no Quarkus application, hence has no logging yet.
    public static void installAlone(String service) {
        JsonFormatter lines =
                new JsonFormatter(KEYS, EXCLUDED, Map.of("service", new AdditionalField(service, Type.STRING)));
        lines.setZoneId(ZoneOffset.UTC.getId());
        lines.setExceptionOutputType(ExceptionOutputType.FORMATTED);
        ConsoleHandler console = new ConsoleHandler(lines);
        console.setLevel(Level.INFO);
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
    }
}
