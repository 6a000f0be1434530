package io.hotfleet.cli.supervisor;

import com.sun.net.httpserver.HttpServer;
import io.hotfleet.cli.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Stands in for a packaged service: ready as soon as it listens, unless a file beside its jar tells it to fail.
public final class FakeService {

    private static final String CLASS = FakeService.class.getName().replace('.', '/') + ".class";

    private FakeService() {}

    /// Packages it in place of each service.
    static void packageInto(Path checkout) throws IOException {
        for (Service service : Service.values()) {
            Path jar = service.jar(checkout);
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out, manifest);
                    InputStream code = FakeService.class.getClassLoader().getResourceAsStream(CLASS)) {
                entries.putNextEntry(new JarEntry(CLASS));
                code.transferTo(entries);
            }
        }
    }

    /// Lets the service fail from its next start on, or no more.
    static void fails(Service service, Path checkout, boolean fails) throws IOException {
        Path sign = service.jar(checkout).resolveSibling("fails");
        if (fails) {
            Files.writeString(sign, "");
        } else {
            Files.delete(sign);
        }
    }

    public static void main(String[] args) throws IOException {
        if (Files.exists(Path.of(System.getProperty("java.class.path")).resolveSibling("fails"))) {
            System.out.println("Caused by: java.lang.IllegalStateException: told to fail");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        http.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        http.start();
    }
}
