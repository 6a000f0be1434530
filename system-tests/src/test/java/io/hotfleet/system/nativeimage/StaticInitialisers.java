package io.hotfleet.system.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Follows every static initialiser of ours through our own methods, and finds what may not be done there: native-image
/// runs them while it builds, and keeps what they made.
///
/// Bodies of lambdas are left out, for they run later; a call through an interface leads to the interface alone.
final class StaticInitialisers {
    private static final String INITIALISER = "<clinit>()V";

    /// Class and method, with slashes and a dot: what is random, opens, runs beside, or tells of this machine.
    private static final Pattern NOT_WHILE_BUILDING = Pattern.compile(String.join(
            "|",
            "java/util/(Random|SplittableRandom|Timer)\\.<init>.*",
            "java/util/concurrent/ThreadLocalRandom\\..*",
            "java/util/random/.*",
            "java/util/UUID\\.randomUUID.*",
            "java/lang/Math\\.random.*",
            "java/security/(SecureRandom|KeyPairGenerator)\\..*",
            "javax/crypto/KeyGenerator\\..*",
            "java/net/(Socket|ServerSocket|DatagramSocket|InetAddress|NetworkInterface)\\..*",
            "java/net/http/HttpClient\\..*",
            "java/nio/channels/.*\\.open\\(.*",
            "java/nio/ByteBuffer\\.allocateDirect.*",
            "java/lang/foreign/Arena\\..*",
            "java/lang/ref/Cleaner\\..*",
            "java/io/(RandomAccessFile|FileInputStream|FileOutputStream|FileReader|FileWriter)\\.<init>.*",
            "java/nio/file/Files\\..*",
            "java/lang/Thread\\..*",
            "java/util/concurrent/(Executors|ForkJoinPool|ThreadPoolExecutor|ScheduledThreadPoolExecutor)\\..*",
            "java/time/[A-Z]\\w+\\.now\\(.*",
            "java/time/Clock\\.(system|tick).*",
            "java/time/ZoneId\\.systemDefault.*",
            "java/util/TimeZone\\.getDefault.*",
            "java/util/Locale\\.getDefault.*",
            "java/lang/System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties).*",
            "java/lang/(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean).*",
            "java/lang/Runtime\\.getRuntime.*",
            "java/lang/ProcessHandle\\..*",
            "java/lang/management/.*",
            "org/eclipse/microprofile/config/ConfigProvider\\..*",
            "io/vertx/core/Vertx\\.vertx.*"));

    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Map<String, List<String>> calls = new HashMap<>();
    private final Set<String> breaches = new TreeSet<>();

    private StaticInitialisers() {}

    /// @return each way from a static initialiser to what may not be done there
    static Set<String> breaches(Collection<Path> classFolders) {
        StaticInitialisers all = new StaticInitialisers();
        classFolders.forEach(folder -> Program.under(folder, ".class").forEach(all::read));
        all.classes.values().forEach(type -> type.methods().forEach(method -> all.read(type, method)));
        all.calls.keySet().stream()
                .filter(method -> method.endsWith(INITIALISER))
                .forEach(method -> all.follow(List.of(method), new HashSet<>()));
        return all.breaches;
    }

    private void read(Path file) {
        try {
            ClassModel type = ClassFile.of().parse(file);
            classes.put(type.thisClass().asInternalName(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private void read(ClassModel type, MethodModel method) {
        List<String> made = new ArrayList<>();
        method.code().stream().flatMap(code -> code.elementStream()).forEach(element -> add(element, made));
        String name = method.methodName().stringValue() + method.methodType().stringValue();
        calls.put(type.thisClass().asInternalName() + "." + name, made);
    }

    private static void add(CodeElement element, List<String> made) {
        if (element instanceof InvokeInstruction call) {
            made.add(call.owner().asInternalName() + "." + call.name().stringValue()
                    + call.type().stringValue());
        }
    }

    private void follow(List<String> way, Set<String> seen) {
        for (String called : calls.getOrDefault(way.getLast(), List.of())) {
            List<String> further =
                    Stream.concat(way.stream(), Stream.of(called)).toList();
            if (NOT_WHILE_BUILDING.matcher(called).matches()) {
                breaches.add(String.join(" → ", further));
            } else if (seen.add(called)) {
                resolved(called)
                        .ifPresent(method -> follow(
                                Stream.concat(way.stream(), Stream.of(method)).toList(), seen));
            }
        }
    }

    /// A method of ours, in the class that was called or in one above it.
    private Optional<String> resolved(String called) {
        int dot = called.indexOf('.');
        String method = called.substring(dot);
        ClassModel type = classes.get(called.substring(0, dot));
        while (type != null && !calls.containsKey(type.thisClass().asInternalName() + method)) {
            type = type.superclass()
                    .map(above -> classes.get(above.asInternalName()))
                    .orElse(null);
        }
        return type == null ? Optional.empty() : Optional.of(type.thisClass().asInternalName() + method);
    }
}
