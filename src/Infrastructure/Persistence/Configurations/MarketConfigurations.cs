using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class MarketStateConfiguration : IEntityTypeConfiguration<MarketState>
{
    public void Configure(EntityTypeBuilder<MarketState> builder)
    {
        builder.ToTable("market_state");
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.Property(state => state.Source).HasMaxLength(MarketState.MaxSourceLength);
    }
}

internal sealed class MarketMarkConfiguration : IEntityTypeConfiguration<MarketMark>
{
    public void Configure(EntityTypeBuilder<MarketMark> builder)
    {
        builder.ToTable("market_marks");
        builder.HasKey(mark => mark.Version);
        builder.Property(mark => mark.Version).ValueGeneratedNever();
    }
}

internal sealed class QuarantineEntryConfiguration : IEntityTypeConfiguration<QuarantineEntry>
{
    public void Configure(EntityTypeBuilder<QuarantineEntry> builder)
    {
        builder.ToTable("quarantine");
        builder.HasKey(entry => new { entry.Subject, entry.Reason });
        builder.Property(entry => entry.Subject).HasMaxLength(QuarantineEntry.MaxSubjectLength);
        builder.Property(entry => entry.Reason).HasMaxLength(QuarantineEntry.MaxReasonLength);
    }
}

internal sealed class SweeperStateConfiguration : IEntityTypeConfiguration<SweeperState>
{
    public void Configure(EntityTypeBuilder<SweeperState> builder)
    {
        builder.ToTable("sweeper_state");
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.Property(state => state.Holder).HasMaxLength(SweeperState.MaxHolderLength);
        builder.Property(state => state.Refusal).HasMaxLength(SweeperState.MaxRefusalLength);
        builder.Property(state => state.PausedGroups).HasMaxLength(SweeperState.MaxPausedGroupsLength);
    }
}

internal sealed class SyncJobConfiguration : IEntityTypeConfiguration<SyncJob>
{
    public void Configure(EntityTypeBuilder<SyncJob> builder)
    {
        builder.ToTable("sync_jobs");
        builder.HasKey(job => job.Name);
        builder.Property(job => job.Name).HasConversion<string>().HasMaxLength(20).ValueGeneratedNever();
        builder.Property(job => job.LastError).HasMaxLength(SyncJob.MaxErrorLength);
    }
}
