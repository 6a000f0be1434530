package io.hotfleet.hotpatch.manifest;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.hotpatch.manifest.Manifest.CallTarget;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;

/// The JSON form of a manifest, strict on reading: every field, no other field, addresses and header words in hex.
///
/// One golden body fixes it: `contract/patch/package-manifest.json`. Throws [IllegalArgumentException] with the
/// place and the reason when a text is no manifest. Registered for reflection are the forms and numbers in it.
@RegisterForReflection
public final class ManifestJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addMixIn(Kind.class, KindForm.class)
            .addMixIn(Image.class, ImageForm.class)
            .addMixIn(Function.class, FunctionForm.class)
            .addMixIn(CallTarget.class, CallTargetForm.class)
            .build();

    private ManifestJson() {}

    public static Manifest read(String json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a manifest: " + e.getOriginalMessage() + " at " + place(e), e);
        }
    }

    public static String write(Manifest manifest) {
        try {
            return JSON.writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest always has a JSON form", e);
        }
    }

    /// A JSON pointer, or the line where the text is no JSON at all.
    private static String place(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            StringBuilder pointer = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
            }
            return pointer.toString();
        }
        return e.getLocation() == null ? "its end" : "line " + e.getLocation().getLineNr();
    }

    private interface KindForm {
        @JsonValue
        String key();
    }

    private record ImageForm(
            @JsonSerialize(using = HexOut.class) @JsonDeserialize(using = HexLong.class)
            long checksum,

            @JsonSerialize(using = HexOut.class) @JsonDeserialize(using = HexLong.class)
            long timeStamp) {}

    private record FunctionForm(
            @JsonSerialize(using = HexOut.class) @JsonDeserialize(using = HexInt.class)
            int rva,

            @JsonSerialize(using = HexOut.class) @JsonDeserialize(using = HexInt.class)
            int prologue) {}

    private record CallTargetForm(
            @JsonSerialize(using = HexOut.class) @JsonDeserialize(using = HexInt.class)
            int rva) {}

    private static final class HexOut extends JsonSerializer<Number> {
        @Override
        public void serialize(Number value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(String.format("0x%08x", value.longValue() & 0xFFFF_FFFFL));
        }
    }

    private static final class HexLong extends JsonDeserializer<Long> {
        @Override
        public Long deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return word(from, context, this);
        }
    }

    private static final class HexInt extends JsonDeserializer<Integer> {
        @Override
        public Integer deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return (int) word(from, context, this);
        }
    }

    private static long word(JsonParser from, DeserializationContext context, JsonDeserializer<?> reader)
            throws IOException {
        String text = from.getText();
        if (!text.matches("0x[0-9a-f]{8}")) {
            context.reportInputMismatch(
                    reader, "%s is %s, accepted is \"0x\" and eight hex digits", from.currentName(), text);
        }
        return Long.parseLong(text.substring(2), 16);
    }
}
