package io.hotfleet.hotpatch.manifest;

import io.hotfleet.hotpatch.manifest.Manifest.CallTarget;
import io.hotfleet.hotpatch.manifest.Manifest.ChunkType;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes up the files of a release and the manifest of a hotpatch, the same for the same names and seed.
///
/// The publisher tells neither images nor functions nor sizes, so every figure here is an assumption, chosen so that
/// a quarter's last hotpatch is some hundred functions in some fifteen images, some hundred KiB of patch images.
/// Whoever publishes manifests and whoever simulates machines must use the same seed, [#PUBLISHED_SEED].
public final class SyntheticManifests {
    public static final long PUBLISHED_SEED = 2025;
    public static final String OTHER_PUBLISHER = "Other vendor";

    static final int IMAGES_MIN = 4;
    static final int IMAGES_SPREAD = 6;
    static final int FUNCTIONS_A_MONTH_MAX = 14;
    static final double REPLACED = 0.10;
    static final double WITHDRAWN = 0.04;
    static final double BOOT_CRITICAL = 0.5;
    private static final double NO_SLOT = 0.12;
    private static final double NEW_CALL_TARGET = 0.15;
    /// Functions lie this far apart, code takes half of an image.
    private static final int PITCH_BYTES = 1_024;

    private static final int HEADER_BYTES = 4_096;
    private static final int OLD_BYTES_MIN = 48;
    private static final int OLD_BYTES_MAX = 880;

    /// Name, kind (k kernel, b kernel and used while booting, s session driver, v another vendor's driver, u user),
    /// size in KiB, processes that map it.
    private static final List<String> IMAGES = """
            ntoskrnl.exe      b 11900
            ntfs.sys          b  3300
            clfs.sys          b   460
            storport.sys      b   980
            fltmgr.sys        b   520
            cng.sys           b   790
            tcpip.sys         k  3400
            netio.sys         k   660
            afd.sys           k   680
            http.sys          k  1700
            srv2.sys          k   860
            mrxsmb.sys        k   620
            ksecdd.sys        k   180
            dxgkrnl.sys       k  4400
            rasl2tp.sys       k   150
            vhdmp.sys         k   960
            cldflt.sys        k   560
            win32kbase.sys    s  2900
            win32kfull.sys    s  4100
            vendornic.sys     v   900
            vendorhba.sys     v   700
            vendorav.sys      v  1200
            ntdll.dll         u  2500 *
            kernelbase.dll    u  4000 *
            kernel32.dll      u   820 *
            rpcrt4.dll        u  1150 *
            combase.dll       u  3600 svchost-dcom,svchost-netsvcs,svchost-local,wmiprvse,spoolsv,explorer,services
            crypt32.dll       u  1450 lsass,svchost-netsvcs,svchost-local,wmiprvse,w3wp,explorer
            schannel.dll      u   680 lsass,w3wp
            lsasrv.dll        u  1800 lsass
            kerberos.dll      u  1300 lsass
            msv1_0.dll        u   560 lsass
            dfsrs.exe         u  1600 dfsrs
            dns.exe           u  1500 dns
            termsrv.dll       u  1200 svchost-termsvc
            lsm.dll           u   720 svchost-dcom
            localspl.dll      u  1300 spoolsv
            wuaueng.dll       u  3700 svchost-netsvcs
            gpsvc.dll         u  1500 svchost-netsvcs
            winhttp.dll       u  1150 svchost-netsvcs,svchost-local,w3wp
            wsusservice.exe   u   260 wsusservice
            iismap.dll        u   120 w3wp
            shell32.dll       u  7600 explorer
            gdi32full.dll     u  1250 explorer,winlogon,csrss,spoolsv
            wbemcore.dll      u  1700 wmiprvse
            """.lines().toList();

    private final long seed;

    /// A function and its new code.
    private record Piece(Function function, byte[] code) {}

    public SyntheticManifests(long seed) {
        this.seed = seed;
    }

    /// The files of a release: every image a machine may load, those of other vendors too, without changes.
    public List<Image> images(String product, String release) {
        return IMAGES.stream()
                .map(row -> file(row.split("\\s+"), product, release))
                .toList();
    }

    /// The last hotpatch of `quarter`, which lists the hotpatches since the baseline in order of release.
    public Contents hotpatch(String product, String baseline, List<String> quarter) {
        Map<String, TreeMap<Integer, Piece>> changed = new TreeMap<>();
        Set<String> critical = new TreeSet<>();
        List<Image> files = images(product, baseline).stream()
                .filter(image -> image.publisher().equals(Manifest.PUBLISHER))
                .toList();
        for (String kb : quarter) {
            changed.forEach((name, pieces) -> revise(kb, name, pieces));
            add(kb, files, changed, critical);
        }
        changed.values().removeIf(TreeMap::isEmpty);
        List<Image> images = new ArrayList<>();
        List<byte[]> payloads = new ArrayList<>();
        files.stream().filter(image -> changed.containsKey(image.name())).forEach(image -> {
            TreeMap<Integer, Piece> pieces = changed.get(image.name());
            byte[] payload = payload(pieces);
            payloads.add(payload);
            images.add(image.with(critical.contains(image.name()), sha256(payload), functions(pieces)));
        });
        String newest = quarter.getLast();
        return new Contents(
                new Manifest(Manifest.SCHEMA, product, newest, quarter.size(), List.of(baseline), true, false, images),
                payloads);
    }

    private void revise(String kb, String name, TreeMap<Integer, Piece> pieces) {
        for (Piece old : List.copyOf(pieces.values())) {
            int rva = old.function().rva();
            double u = uniform(kb, name, "revise", rva);
            if (u < WITHDRAWN) {
                pieces.remove(rva);
            } else if (u < WITHDRAWN + REPLACED) {
                pieces.put(rva, replacement(kb, name, old.function()));
            }
        }
    }

    private void add(String kb, List<Image> files, Map<String, TreeMap<Integer, Piece>> changed, Set<String> critical) {
        int images = IMAGES_MIN + (int) (IMAGES_SPREAD * uniform(kb, "", "images", 0));
        boolean bootToo = uniform(kb, "", "boot", 0) < BOOT_CRITICAL;
        for (int i = 0; i < images; i++) {
            Image image = files.get((int) (files.size() * uniform(kb, "", "image", i)));
            boolean needsBoot = image.bootCritical();
            if (needsBoot && !bootToo) {
                continue;
            }
            if (needsBoot) {
                critical.add(image.name());
            }
            TreeMap<Integer, Piece> pieces = changed.computeIfAbsent(image.name(), _ -> new TreeMap<>());
            double u = uniform(kb, image.name(), "count", 0);
            int count = 1 + (int) (FUNCTIONS_A_MONTH_MAX * u * u);
            for (int j = 0; j < count; j++) {
                Piece piece = piece(kb, image, j);
                pieces.putIfAbsent(piece.function().rva(), piece);
            }
        }
    }

    private Piece piece(String kb, Image image, int number) {
        int places = image.sizeBytes() / 2 / PITCH_BYTES;
        int place = (int) (places * uniform(kb, image.name(), "place", number));
        int rva =
                HEADER_BYTES + place * PITCH_BYTES + 16 * (1 + (int) (8 * uniform("", image.name(), "offset", place)));
        double u = uniform("", image.name(), "size", place);
        int oldSize = OLD_BYTES_MIN + (int) ((OLD_BYTES_MAX - OLD_BYTES_MIN) * u * u);
        int newSize = oldSize + 16 + (int) (oldSize * 0.4 * uniform(kb, image.name(), "growth", rva));
        List<CallTarget> targets = uniform(kb, image.name(), "target", rva) < NEW_CALL_TARGET
                ? List.of(new CallTarget(rva, true))
                : List.of();
        byte[] code = code(kb, image.name(), rva, newSize);
        ChunkType chunk = chunk(uniform("", image.name(), "chunk", place));
        return new Piece(new Function(rva, oldSize, newSize, chunk, image.prologue(rva), sha256(code), targets), code);
    }

    private Piece replacement(String kb, String name, Function old) {
        int newSize = old.newSize() + 8 + (int) (64 * uniform(kb, name, "growth", old.rva()));
        byte[] code = code(kb, name, old.rva(), newSize);
        Function function = new Function(
                old.rva(), old.oldSize(), newSize, old.chunk(), old.prologue(), sha256(code), old.callTargets());
        return new Piece(function, code);
    }

    private static ChunkType chunk(double u) {
        ChunkType[] types = ChunkType.values();
        return u < NO_SLOT ? types[1 + (int) (u / NO_SLOT * (types.length - 1))] : ChunkType.FUNCTION;
    }

    private static List<Function> functions(TreeMap<Integer, Piece> pieces) {
        return pieces.values().stream().map(Piece::function).toList();
    }

    /// The patch image: the new code of its functions, by address.
    private static byte[] payload(TreeMap<Integer, Piece> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.values().forEach(piece -> all.writeBytes(piece.code()));
        return all.toByteArray();
    }

    private Image file(String[] row, String product, String release) {
        String name = row[0];
        Kind kind =
                switch (row[1].charAt(0)) {
                    case 's' -> Kind.SESSION_DRIVER;
                    case 'u' -> Kind.USER;
                    default -> Kind.KERNEL;
                };
        boolean vendor = row[1].equals("v");
        // Other vendors' drivers do not change with the product's releases.
        long files = Draws.key(vendor ? "" : product + '/' + release);
        List<String> processes = row.length > 3 ? List.of(row[3].split(",")) : List.of();
        return new Image(
                name,
                Draws.bits(seed, files, Draws.key(name), 1) >>> 32,
                Draws.bits(seed, files, Draws.key(name), 2) >>> 32,
                kind,
                vendor ? OTHER_PUBLISHER : Manifest.PUBLISHER,
                row[1].equals("b"),
                Integer.parseInt(row[2]) << 10,
                processes,
                kind == Kind.USER ? without("ntdll.dll", name) : without("ntoskrnl.exe", name),
                "",
                List.of());
    }

    private static List<String> without(String image, String itself) {
        return image.equals(itself) ? List.of() : List.of(image);
    }

    private byte[] code(String kb, String name, int rva, int size) {
        ByteBuffer code = ByteBuffer.allocate(size + Long.BYTES);
        for (int word = 0; code.position() < size; word++) {
            code.putLong(Draws.bits(seed, Draws.key(kb), Draws.key(name) ^ rva, word));
        }
        return Arrays.copyOf(code.array(), size);
    }

    private double uniform(String first, String second, String purpose, int number) {
        return Draws.uniform(seed, Draws.key(first), Draws.key(second) ^ Draws.key(purpose), number);
    }

    /// `sha256:` and 64 hex digits.
    public static String sha256(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return "sha256:" + HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
