#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Connects Windows machines to the Hotfleet fleet '{{fleet}}'.
.DESCRIPTION
    Reads what hotpatching depends on and reports it. Changes nothing on the machine, may be run again at any time.
    The token within is valid until {{expires}}: keep this file as you would keep a password.
.PARAMETER ComputerName
    Machines to connect through PowerShell remoting; without it, this machine.
.EXAMPLE
    .\onboarding.ps1 -ComputerName (Get-Content .\servers.txt)
#>
param([string[]] $ComputerName = @())

$ErrorActionPreference = 'Stop'
$url = '{{url}}'
$token = '{{token}}'

$read = {
    $ErrorActionPreference = 'Stop'

    function Get-RegistryValue([string] $path, [string] $name) {
        (Get-ItemProperty -Path $path -Name $name -ErrorAction SilentlyContinue).$name
    }

    $windows = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $computer = Get-CimInstance Win32_ComputerSystem
    $identity = Get-CimInstance Win32_ComputerSystemProduct
    $memory = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management'
    $isClient = $windows.InstallationType -eq 'Client'
    $build = [int] $windows.CurrentBuild
    $facts = @{}

    $facts.edition = switch -Wildcard ($windows.EditionID) {
        'ServerStandard*'   { 'standard' }
        'ServerDatacenter*' { 'datacenter' }
        'ServerTurbine*'    { 'datacenter-azure-edition' }
        'ServerSolution*'   { 'essentials' }
        'Enterprise*'       { 'enterprise' }
        'Education*'        { 'education' }
        'Professional*'     { 'pro' }
        'Core*'             { 'home' }
        default             { 'unknown' }
    }
    $facts.product =
        if ($isClient -and $build -ge 26100) { 'windows-11-24h2' }
        elseif ($build -eq 26100) { 'windows-server-2025' }
        elseif ($build -eq 20348 -and $facts.edition -eq 'datacenter-azure-edition') { 'windows-server-2022-azure-edition' }
        elseif ($build -eq 20348) { 'windows-server-2022' }
        else { throw "Build $build of Windows has no hotpatches." }

    $insider = Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\WindowsSelfHost\Applicability' 'BranchName'
    $tooOld = $build -eq 26100 -and $windows.UBR -lt 1742
    $facts.osBuild = if ($insider -or $tooOld) { 'preview' } else { 'released' }
    if (-not $isClient) {
        $facts.installOption = if ($windows.InstallationType -eq 'Server Core') { 'core' } else { 'desktop' }
    }

    # the tag that every virtual machine on Azure carries
    $onAzure = (Get-CimInstance Win32_SystemEnclosure).SMBIOSAssetTag -contains '7783-7084-3265-9085-8269-3286-77'
    $facts.platform =
        if ($onAzure) { 'azure' }
        elseif ($computer.Manufacturer -match 'Amazon|Google|Alibaba|OpenStack') { 'other-cloud' }
        elseif ($facts.edition -eq 'datacenter-azure-edition') { 'azure-local' }
        else { 'on-premises' }

    try {
        $facts.firmware = if (Confirm-SecureBootUEFI) { 'uefi-secure-boot' } else { 'uefi' }
    } catch [System.PlatformNotSupportedException] {
        $facts.firmware = 'bios'
    } catch {
        $facts.firmware = 'unknown'
    }
    $guard = Get-CimInstance -Namespace root\Microsoft\Windows\DeviceGuard -ClassName Win32_DeviceGuard -ErrorAction SilentlyContinue
    if ($guard) {
        $facts.vbs = @('off', 'configured', 'running')[[int] $guard.VirtualizationBasedSecurityStatus]
    }
    if ([int] (Get-RegistryValue $memory 'HotPatchTableSize') -gt 0) { $facts.hotPatchTable = 'on' }

    $agent = Get-Command azcmagent -ErrorAction SilentlyContinue
    if ($agent) {
        $shown = & $agent.Source show -j | ConvertFrom-Json
        $facts.arc =
            if ($shown.status -eq 'Connected') { 'connected' }
            elseif ($shown.resourceName) { 'disconnected' }
            else { 'none' }
        if ($shown.subscriptionId) { $facts.subscription = 'active' }
    } else {
        $facts.arc = 'none'
    }

    $wsus = Get-RegistryValue 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU' 'UseWUServer'
    $facts.updateSource = if ($wsus -eq 1) { 'wsus' } else { 'windows-update' }
    if ($isClient) {
        $allowed = Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update' 'AllowRebootlessUpdates'
        $facts.policy = if ($allowed -eq 1) { 'allow' } else { 'off' }
        $restricted = (Get-RegistryValue $memory 'HotPatchRestrictions') -eq 1
        $facts.chpe = if ($env:PROCESSOR_ARCHITECTURE -ne 'ARM64' -or $restricted) { 'off' } else { 'on' }
    }

    $facts.cores = [int] (Get-CimInstance Win32_Processor | Measure-Object -Property NumberOfCores -Sum).Sum
    $facts.roles = @()
    if (Get-Command Get-WindowsFeature -ErrorAction SilentlyContinue) {
        if ((Get-WindowsFeature UpdateServices).Installed) { $facts.roles += 'wsus' }
        if ((Get-WindowsFeature AD-Domain-Services).Installed) { $facts.roles += 'domain-controller' }
    }
    $cluster = Get-RegistryValue 'HKLM:\Cluster' 'ClusterName'

    # as text: remoting would turn the objects within into something else
    @{ hardwareId = $identity.UUID; machine = $env:COMPUTERNAME; cluster = $cluster; facts = $facts } |
        ConvertTo-Json -Depth 4
}

function Send-Report([string] $report) {
    $answer = Invoke-RestMethod -Method Post -Uri "$url/api/v1/connect" -Headers @{ Authorization = "Bearer $token" } `
        -ContentType 'application/json; charset=utf-8' -Body ([Text.Encoding]::UTF8.GetBytes($report))
    [pscustomobject] @{
        Machine = $answer.machine
        Status  = $answer.eligibility.status
        Gates   = ($answer.eligibility.gates | ForEach-Object { $_.gate }) -join ', '
    }
}

if ($ComputerName.Count -eq 0) {
    Send-Report (& $read)
    return
}
foreach ($name in $ComputerName) {
    try {
        Send-Report (Invoke-Command -ComputerName $name -ScriptBlock $read)
    } catch {
        Write-Warning "${name}: $($_.Exception.Message)"
    }
}
