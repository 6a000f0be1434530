/// What the clustered role does for its clients: long-lived sessions, which say goodbye before their node goes. Beside
/// it a client that measures from outside: failed requests, broken sessions, outages.
package io.hotfleet.clusternode.workload;
