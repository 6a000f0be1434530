package io.hotfleet.hotpatch.manifest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The manifest of one hotpatch: which images it fits, and every function it changes in them.
///
/// Hotpatches are cumulative within the quarter of a baseline: a manifest holds what its predecessors hold, except
/// for what it replaces or withdraws. So the newest manifest alone tells what a machine should be running.
///
/// @param schema version of this form
/// @param sequenceNumber order within the quarter, from 1
/// @param baselines releases whose files the images below are; nothing else takes this hotpatch
/// @param synthetic made up, because the publisher tells no contents
/// @param foldsIntoFiles whether the next restart writes the new code into the files; else it is applied anew at boot
@RegisterForReflection(registerFullHierarchy = true)
public record Manifest(
        int schema,
        String product,
        String kb,
        int sequenceNumber,
        List<String> baselines,
        boolean synthetic,
        boolean foldsIntoFiles,
        List<Image> images) {
    public static final int SCHEMA = 1;
    /// Only its images are patched; other vendors' drivers never are.
    public static final String PUBLISHER = "Microsoft";

    public static final int IMAGES_MAX = 1_000;
    /// The count field of a chunk header has twelve bits.
    public static final int FUNCTIONS_MAX = 4_095;

    public Manifest {
        require(schema == SCHEMA, "schema is " + schema + ", accepted is " + SCHEMA);
        require(product != null && !product.isBlank(), "product is missing");
        require(kb != null && !kb.isBlank(), "kb is missing");
        require(sequenceNumber >= 1, "sequenceNumber is " + sequenceNumber + ", the least is 1");
        baselines = List.copyOf(baselines);
        images = List.copyOf(images);
        require(!baselines.isEmpty(), "baselines is empty");
        require(images.size() <= IMAGES_MAX, images.size() + " images, at most " + IMAGES_MAX);
        Set<String> names = new HashSet<>();
        for (Image image : images) {
            require(names.add(image.name()), "image " + image.name() + " is listed twice");
        }
    }

    /// Its part for one image, if it changes that image.
    public Optional<Image> image(String name) {
        for (Image image : images) {
            if (image.name().equals(name)) {
                return Optional.of(image);
            }
        }
        return Optional.empty();
    }

    public Manifest withFolding(boolean folds) {
        return new Manifest(schema, product, kb, sequenceNumber, baselines, synthetic, folds, images);
    }

    public Manifest withImages(List<Image> others) {
        return new Manifest(schema, product, kb, sequenceNumber, baselines, synthetic, foldsIntoFiles, others);
    }

    /// How an image is mapped, hence how it is patched.
    public enum Kind {
        /// Once, system-wide; patched while all processors wait.
        KERNEL,
        /// Once a session; patched in each.
        SESSION_DRIVER,
        /// In every process that maps it; patched by a thread injected into each.
        USER;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a record of the patch table changes.
    public enum ChunkType {
        FUNCTION,
        ABSOLUTE,
        REL32,
        CALL_TARGET,
        INDIRECT,
        NO_CALL_TARGET,
        DYNAMIC_VALUE;

        /// Only functions are diverted; the other records fix references inside the patch or the table of call targets.
        public boolean takesSlot() {
            return this == FUNCTION;
        }
    }

    /// An image on disk, and in a manifest what changes in it.
    ///
    /// @param checksum of the file's header, 32 bits
    /// @param timeStamp of the file's header, 32 bits; with the checksum it identifies the file
    /// @param publisher only the publisher's own images can be patched
    /// @param bootCritical its part completes at the next boot, never before
    /// @param processes names of processes that map it, `*` for all; empty for kernel images and session drivers
    /// @param dependencies images it imports from
    /// @param payloadDigest SHA-256 of the patch image, empty for an image without changes
    public record Image(
            String name,
            long checksum,
            long timeStamp,
            Kind kind,
            String publisher,
            boolean bootCritical,
            int sizeBytes,
            List<String> processes,
            List<String> dependencies,
            String payloadDigest,
            List<Function> functions) {
        /// The first two bytes of most functions: `48 89`, `40 53`, `48 8B`, `48 83`.
        private static final int[] OPENINGS = {0x8948, 0x5340, 0x8B48, 0x8348};

        public Image {
            require(name != null && !name.isBlank(), "an image has no name");
            require(checksum >>> 32 == 0 && timeStamp >>> 32 == 0, name + ": checksum and timeStamp have 32 bits");
            require(kind != null, name + ": kind is missing");
            require(sizeBytes > 0, name + ": sizeBytes is " + sizeBytes);
            processes = List.copyOf(processes);
            dependencies = List.copyOf(dependencies);
            functions = List.copyOf(functions);
            require(functions.size() <= FUNCTIONS_MAX, name + ": " + functions.size() + " functions, at most 4095");
            Set<Integer> rvas = new HashSet<>();
            for (Function function : functions) {
                require(
                        rvas.add(function.rva()),
                        name + ": two records for RVA 0x" + Integer.toHexString(function.rva()));
                require(
                        function.rva() < sizeBytes,
                        name + ": RVA 0x" + Integer.toHexString(function.rva()) + " outside");
            }
        }

        public boolean isSameFile(Image other) {
            return name.equals(other.name) && checksum == other.checksum && timeStamp == other.timeStamp;
        }

        /// Whether a process of this name maps the image.
        public boolean isMappedBy(String process) {
            return processes.contains("*") || processes.contains(process);
        }

        /// The first four bytes of the function at an RVA, little end first, as the simulated file has them.
        public int prologue(int rva) {
            int mixed = (int)
                    ((checksum * 0x9E3779B97F4A7C15L ^ timeStamp * 0xBF58476D1CE4E5B9L ^ rva * 0x94D049BB133111EBL)
                            >>> 40);
            return OPENINGS[mixed & 3] | mixed << 16;
        }

        public Image with(boolean critical, String digest, List<Function> changed) {
            return new Image(
                    name,
                    checksum,
                    timeStamp,
                    kind,
                    publisher,
                    critical,
                    sizeBytes,
                    processes,
                    dependencies,
                    digest,
                    changed);
        }
    }

    /// One record of the patch table.
    ///
    /// @param prologue first four bytes that the old code must begin with
    /// @param digest SHA-256 of the new code
    /// @param callTargets addresses that become valid or invalid for indirect calls
    public record Function(
            int rva,
            int oldSize,
            int newSize,
            ChunkType chunk,
            int prologue,
            String digest,
            List<CallTarget> callTargets) {
        private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

        public Function {
            require(rva > 0, "rva is " + rva);
            require(oldSize > 0 && newSize > 0, "sizes at RVA 0x" + Integer.toHexString(rva) + " are not positive");
            require(chunk != null, "chunk at RVA 0x" + Integer.toHexString(rva) + " is missing");
            require(digest != null && DIGEST.matcher(digest).matches(), "digest is not sha256: and 64 hex digits");
            callTargets = List.copyOf(callTargets);
        }
    }

    /// @param valid whether an indirect call may go there once the patch is active
    public record CallTarget(int rva, boolean valid) {}

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
