package io.hotfleet.patch.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import org.jboss.logmanager.handlers.ConsoleHandler;

/// Gives the console its formatter as soon as the application starts; what the schema's migration says before
/// that is text.
@ApplicationScoped
class JsonLog {
    private static final int FIRST = 1;

    private final LogConfig config;

    JsonLog(LogConfig config) {
        this.config = config;
    }

    void install(@Observes @Priority(FIRST) StartupEvent start) {
        if (config.json()) {
            Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .forEach(handler -> handler.setFormatter(new JsonLines(config.service())));
        }
    }
}
