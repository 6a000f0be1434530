package io.hotfleet.simulator.rehearsal.request;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/// A rehearsal as `multipart/form-data`.
public final class RehearsalForm {
    /// Fleet files; their names matter.
    @RestForm
    public List<FileUpload> files;

    /// Further releases in the form of the release data.
    @RestForm
    public FileUpload releases;

    @RestForm
    public String from;

    @RestForm
    public String to;

    @RestForm
    public String seed;

    @RestForm
    public String pricePlan;

    @RestForm
    public String runs;

    @RestForm
    public String detail;

    /// `true`: a file or a row that cannot be read stops the others; else it is left out with a line.
    @RestForm
    public boolean strict;
}
